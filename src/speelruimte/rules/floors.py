"""How many answers a figure needs before anybody sees it: the only table of floors."""

PICTURE = 4  # answers for a picture inside a workshop
TOTAL = 3  # answers for a total inside a workshop
