"""x"""


def tables(write):
    """x"""
