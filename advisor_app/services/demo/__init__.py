"""An invented practice of about three years, the same for the same seed and day.

The clock moves through those years while it is made, so that plans were laid down before their year
began and figures were fixed after it, just as in a real one.
"""
