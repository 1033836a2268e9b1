"""Small widgets that forms are built from; they know no form, no service and no case."""
