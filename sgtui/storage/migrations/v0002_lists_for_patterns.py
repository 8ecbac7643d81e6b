"""Layout 2: lists know who may not see a case, and what several cases may have in common.

What is derived is laid out anew and left empty: it is built from the entries when the record is
next opened, and the entries themselves are not touched.
"""

from sqlalchemy import Connection

STATEMENTS = (
    "DROP TABLE clocks",
    "DROP TABLE cases",
    "DELETE FROM referrals",
    """CREATE TABLE cases (
        case_id CHAR(32) NOT NULL PRIMARY KEY,
        reference VARCHAR NOT NULL UNIQUE,
        person_id CHAR(32) NOT NULL,
        case_kind VARCHAR NOT NULL,
        stage VARCHAR NOT NULL,
        level VARCHAR NOT NULL,
        risk VARCHAR NOT NULL,
        safety VARCHAR NOT NULL,
        owner_id CHAR(32),
        barred TEXT NOT NULL,
        category VARCHAR NOT NULL,
        ladder VARCHAR NOT NULL,
        opened_at VARCHAR(27) NOT NULL,
        closed_at VARCHAR(27),
        noticed_at VARCHAR(27) NOT NULL,
        happened_at VARCHAR(27),
        place VARCHAR NOT NULL,
        alleged TEXT NOT NULL,
        regions TEXT NOT NULL,
        last_number INTEGER NOT NULL,
        head VARCHAR NOT NULL
    )""",
    "CREATE INDEX cases_opened ON cases (opened_at, case_id)",
    "CREATE INDEX cases_person ON cases (person_id)",
    "CREATE INDEX cases_noticed ON cases (noticed_at, case_id)",
    """CREATE TABLE clocks (
        case_id CHAR(32) NOT NULL,
        "key" VARCHAR NOT NULL,
        duty VARCHAR NOT NULL,
        stage VARCHAR NOT NULL,
        title VARCHAR NOT NULL,
        direction VARCHAR NOT NULL,
        owner_role VARCHAR NOT NULL,
        given_to CHAR(32),
        not_by TEXT NOT NULL,
        contact_id CHAR(32),
        counterpart VARCHAR NOT NULL,
        started_at VARCHAR(27) NOT NULL,
        due_at VARCHAR(27) NOT NULL,
        late_at VARCHAR(27) NOT NULL,
        met_at VARCHAR(27),
        ended_at VARCHAR(27),
        explanation TEXT NOT NULL,
        subject CHAR(32) NOT NULL,
        tried_at VARCHAR(27),
        tried VARCHAR NOT NULL,
        PRIMARY KEY (case_id, "key")
    )""",
    """CREATE INDEX clocks_open ON clocks (due_at, case_id, "key")
        WHERE met_at IS NULL AND ended_at IS NULL""",
)


def apply(connection: Connection) -> None:
    """Lay out anew what is derived."""
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
