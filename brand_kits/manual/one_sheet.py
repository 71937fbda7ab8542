"""One sheet."""
def build_one_sheet() -> None:
    return None
