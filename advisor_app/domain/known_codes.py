"""The few codes that a rule of the program hangs on; everything else about codes is data."""

from advisor_app.domain.codes import Code

APPOINTMENT = Code("FUP-AFS")
