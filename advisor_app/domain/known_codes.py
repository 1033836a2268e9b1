"""The few codes that a rule of the program hangs on; everything else about codes is data."""

from advisor_app.domain.codes import Code

APPOINTMENT = Code("FUP-AFS")
FOLLOW_UP = Code("FUP-OPV")
AFTERCARE = Code("FUP-NAZ")
TERM = Code("FUP-TER")

FIRST_CONTACT = Code("CTS-EER")
NEXT_CONVERSATION = Code("CTS-VER")

QUESTION = Code("STA-VRA")
THINKING_ALOUD = Code("STA-SPA")
REPORTED = Code("STA-MEL")
IN_AFTERCARE = Code("STA-NAZ")
CLOSED = Code("STA-AFG")

INTEGRITY = Code("INT")
WRONGDOING = Code("MIS")
UNDERMINING = Code("OND")
UNKNOWN_DOMAIN = Code("ONB")

DISCRIMINATION = Code("OO-DIS")

GENDER_NOT_REGISTERED = Code("GEN-NIE")

REPORTER = Code("ONT-MEL")
