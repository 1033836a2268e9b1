"""How often what happens, in a hundred, as published reports of advisors have it."""

from collections.abc import Mapping

FORMS = {"CTF-TEL": 40, "CTF-LOC": 22, "CTF-NEU": 6, "CTF-WAN": 2, "CTF-VID": 25, "CTF-MAI": 5}
ROLES = {"ROL-ZEL": 80, "ROL-GET": 7, "ROL-LEI": 6, "ROL-NAM": 3, "ROL-BET": 2, "ROL-OUD": 2}
OUTCOMES = {
    "UIT-STO": 15, "UIT-AFS": 20, "UIT-OVE": 5, "UIT-VER": 5, "UIT-AAN": 4, "UIT-NIE": 15,
    "UIT-ZIE": 10, "UIT-ONB": 26,
}  # fmt: skip
ROUTES = {
    "VRV-LUI": 24, "VRV-ZEL": 23, "VRV-LEI": 20, "VRV-BEG": 8, "VRV-MED": 4, "VRV-ZRG": 7,
    "VRV-JUR": 3, "VRV-SIG": 4, "VRV-KLA": 2, "VRV-POL": 1, "VRV-GEE": 4,
}  # fmt: skip
ROUTES_OF: Mapping[str, Mapping[str, int]] = {
    "INT": {"VRV-LUI": 30, "VRV-GEE": 18, "VRV-MEL": 24, "VRV-MPT": 16, "VRV-LEI": 12},
    "MIS": {"VRV-HVK": 40, "VRV-MEL": 40, "VRV-INS": 20},
    "OND": {"VRV-BVI": 60, "VRV-POL": 40},
}
TALKS = {1: 45, 2: 25, 3: 15, 4: 7, 5: 5, 7: 3}
DETAILS: Mapping[str, Mapping[str, int]] = {
    "employment": {"DVB-VAS": 62, "DVB-TIJ": 14, "DVB-INH": 10, "DVB-STA": 4, "DVB-ONB": 10},
    "function_group": {"FNC-MED": 82, "FNC-LEI": 10, "FNC-ONB": 8},
    "duration": {"DUR-EEN": 12, "DUR-M1": 14, "DUR-M6": 32, "DUR-M12": 18, "DUR-J2": 12, "DUR-ONB": 12},
    "frequency": {"FRQ-EEN": 12, "FRQ-SOM": 34, "FRQ-WEE": 30, "FRQ-DAG": 12, "FRQ-ONB": 12},
    "channel": {"KAN-PER": 66, "KAN-ONL": 14, "KAN-SCH": 8, "KAN-TEL": 4, "KAN-ONB": 8},
    "place": {"PLA-WER": 76, "PLA-THU": 6, "PLA-REI": 4, "PLA-PRI": 3, "PLA-ONB": 11},
    "reported_earlier_to": {"EER-NIE": 48, "EER-LEI": 24, "EER-HOG": 8, "EER-HR": 10, "EER-ONB": 10},
    "request": {"HUL-LUI": 26, "HUL-ADV": 40, "HUL-PRO": 12, "HUL-BEG": 14, "HUL-SIG": 3, "HUL-ONB": 5},
}  # fmt: skip
GENDERS = {"GEN-VRO": 48, "GEN-MAN": 33, "GEN-AND": 1, "GEN-NIE": 18}
MONTHS = (9, 9, 10, 9, 9, 9, 4, 4, 10, 10, 10, 7)
"""How a year goes: quiet in July and August."""

WAVE = {2: 1.8, 3: 2.0, 4: 1.5}
"""The months of the second year in which an affair in the media makes people speak."""

MINUTES = {"CTF-TEL": (15, 20, 25, 30, 45), "CTF-MAI": (5, 10)}
MINUTES_IN_PERSON = (45, 60, 60, 75, 90)
