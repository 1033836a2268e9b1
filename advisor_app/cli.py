"""The services without windows."""


def run() -> int:
    """Run."""
    return 0
