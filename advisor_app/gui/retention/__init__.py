"""What has had its time, and how it is destroyed."""
