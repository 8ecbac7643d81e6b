"""Abbreviations of the trade in full, for whoever reads a document years later (domain 2.14)."""

import re
from collections.abc import Iterable, Mapping

from sgtui.documents.model import Block, Column, Heading, Table

ABBREVIATIONS: Mapping[str, str] = {
    "A&E": "Accident and emergency department",
    "AMHP": "Approved mental health professional",
    "ASC": "Adult social care",
    "BIA": "Best interests assessor",
    "CIW": "Care Inspectorate Wales",
    "CPN": "Community psychiatric nurse",
    "CQC": "Care Quality Commission, the regulator in England",
    "DASS": "Director of Adult Social Services",
    "DBS": "Disclosure and Barring Service",
    "DoLS": "Deprivation of Liberty Safeguards",
    "DSL": "Designated safeguarding lead of a school or college",
    "DWP": "Department for Work and Pensions",
    "EDT": "Emergency duty team of the local authority, out of hours",
    "EPM": "Enquiry planning meeting",
    "ERM": "Enquiry review meeting",
    "GP": "General practitioner",
    "HSE": "Health and Safety Executive",
    "IMCA": "Independent mental capacity advocate",
    "LA": "Local authority",
    "LADO": "Local authority designated officer",
    "LPA": "Lasting power of attorney",
    "MARAC": "Multi-agency risk assessment conference",
    "MARM": "Multi-agency risk management",
    "MASH": "Multi-agency safeguarding hub",
    "MCA": "Mental Capacity Act 2005",
    "MSP": "Making Safeguarding Personal",
    "NI": "Nominated individual",
    "NMC": "Nursing and Midwifery Council",
    "OPG": "Office of the Public Guardian",
    "PAR": "Person alleged to be responsible",
    "PiPoT": "Person in a position of trust",
    "RIDDOR": "Reporting of Injuries, Diseases and Dangerous Occurrences Regulations 2013",
    "RM": "Registered manager",
    "RQIA": "Regulation and Quality Improvement Authority, the regulator in Northern Ireland",
    "SAB": "Safeguarding Adults Board",
    "SAM": "Safeguarding adults manager",
    "SAR": "Safeguarding adults review (Care Act 2014 s44)",
    "s42": "An enquiry by the local authority (Care Act 2014 s42)",
}
"""Each as it is written, spelled out; names in code and the program's own words are not here."""

_ANY = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ABBREVIATIONS))})(?!\w)")


def used_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Which abbreviations these texts use, as the list has them, in its order."""
    found: set[str] = set()
    for text in texts:
        found.update(_ANY.findall(text))
    return tuple(short for short in ABBREVIATIONS if short in found)


def glossary(texts: Iterable[str]) -> tuple[Block, ...]:
    """The abbreviations that these texts use, in full; nothing where they use none."""
    used = used_in(texts)
    if not used:
        return ()
    rows = tuple((short, ABBREVIATIONS[short]) for short in used)
    return Heading("Abbreviations"), Table((Column("Short", 0), Column("In full", 6)), rows)
