"""Layout 1: entries in chains, what is derived from them, drafts, and one row about the file."""

from sqlalchemy import Connection

STATEMENTS = (
    """CREATE TABLE meta (
        database_id CHAR(32) NOT NULL PRIMARY KEY,
        schema_number INTEGER NOT NULL,
        min_reader INTEGER NOT NULL,
        min_writer INTEGER NOT NULL,
        demo BOOLEAN NOT NULL
    )""",
    """CREATE TABLE entries (
        id CHAR(32) NOT NULL PRIMARY KEY,
        case_id CHAR(32) NOT NULL,
        number INTEGER NOT NULL,
        kind VARCHAR NOT NULL,
        occurred_at VARCHAR(27) NOT NULL,
        about BOOLEAN NOT NULL,
        recorded_at VARCHAR(27) NOT NULL,
        recorded_by CHAR(32) NOT NULL,
        payload TEXT,
        salt VARCHAR,
        commitment VARCHAR NOT NULL,
        previous VARCHAR NOT NULL,
        hash VARCHAR NOT NULL,
        signature VARCHAR NOT NULL,
        CONSTRAINT entries_number UNIQUE (case_id, number)
    )""",
    "CREATE INDEX entries_kind ON entries (case_id, kind, number)",
    "CREATE INDEX entries_recorded ON entries (recorded_at)",
    """CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries
        BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END""",
    """CREATE TRIGGER entries_are_not_removed BEFORE DELETE ON entries
        BEGIN SELECT RAISE(ABORT, 'an entry is never removed'); END""",
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
        alleged_id CHAR(32),
        category VARCHAR NOT NULL,
        ladder VARCHAR NOT NULL,
        opened_at VARCHAR(27) NOT NULL,
        closed_at VARCHAR(27),
        last_number INTEGER NOT NULL,
        head VARCHAR NOT NULL
    )""",
    "CREATE INDEX cases_opened ON cases (opened_at, case_id)",
    "CREATE INDEX cases_person ON cases (person_id)",
    """CREATE TABLE clocks (
        case_id CHAR(32) NOT NULL,
        "key" VARCHAR NOT NULL,
        duty VARCHAR NOT NULL,
        stage VARCHAR NOT NULL,
        title VARCHAR NOT NULL,
        direction VARCHAR NOT NULL,
        owner_role VARCHAR NOT NULL,
        contact_id CHAR(32),
        counterpart VARCHAR NOT NULL,
        started_at VARCHAR(27) NOT NULL,
        due_at VARCHAR(27) NOT NULL,
        late_at VARCHAR(27) NOT NULL,
        met_at VARCHAR(27),
        ended_at VARCHAR(27),
        explanation TEXT NOT NULL,
        subject CHAR(32) NOT NULL,
        PRIMARY KEY (case_id, "key")
    )""",
    """CREATE INDEX clocks_open ON clocks (due_at, case_id, "key")
        WHERE met_at IS NULL AND ended_at IS NULL""",
    """CREATE TABLE referrals (
        case_id CHAR(32) NOT NULL,
        referral_id CHAR(32) NOT NULL,
        contact_id CHAR(32) NOT NULL,
        method VARCHAR NOT NULL,
        sent_at VARCHAR(27) NOT NULL,
        received_at VARCHAR(27),
        acknowledged_at VARCHAR(27),
        decided_at VARCHAR(27),
        decision VARCHAR,
        PRIMARY KEY (case_id, referral_id)
    )""",
    """CREATE TABLE drafts (
        draft_id CHAR(32) NOT NULL PRIMARY KEY,
        author_id CHAR(32) NOT NULL,
        form VARCHAR NOT NULL,
        case_id CHAR(32),
        saved_at VARCHAR(27) NOT NULL,
        body TEXT NOT NULL
    )""",
    "CREATE INDEX drafts_author ON drafts (author_id, saved_at)",
)


def apply(connection: Connection) -> None:
    """Lay out an empty file."""
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
