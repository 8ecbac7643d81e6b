"""Which times belong to a period: what was sent, owed or challenged in it."""

from datetime import timedelta

from sgtui.domain.response_times import Standing
from sgtui.services.files import Period, each_file
from sgtui.services.response_times import Compared, gathered, open_in_both
from sgtui.services.work import Work
from tests.services.a_referral import referred
from tests.services.conftest import Home


def compared(home: Home, period: Period) -> Compared:
    """The times of a period and of the one before."""
    chosen = open_in_both(home.desk, period)
    return gathered(each_file(home.desk, chosen.cases, Work()), period)


def test_a_referral_belongs_to_the_period_it_was_sent_in(home: Home) -> None:
    since = home.clock.at
    referred(home)
    home.clock.forward(hours=5)
    until = home.clock.at
    assert len(compared(home, Period(since, until)).now.referrals) == 1
    assert compared(home, Period(since - timedelta(hours=9), since)).now.referrals == []
    after = compared(home, Period(until, until + timedelta(hours=5)))
    assert (len(after.now.referrals), len(after.before.referrals)) == (0, 1)


def test_its_times_stand_as_the_record_has_them_now_and_not_as_the_period_ended(home: Home) -> None:
    since = home.clock.at
    referred(home)
    home.clock.forward(hours=1)
    until = home.clock.at
    home.clock.forward(days=20)
    (sent,) = compared(home, Period(since, until)).now.referrals
    waits = next(one for one in sent.timings if one.standing.runs)
    assert waits.standing is Standing.RUNNING_LATE
    assert waits.taken == timedelta(days=20, hours=1)


def test_our_duties_belong_to_the_period_they_began_in(home: Home) -> None:
    since = home.clock.at
    referred(home)
    home.clock.forward(minutes=1)
    until = home.clock.at
    found = compared(home, Period(since, until))
    assert len(found.now.ours) > 2
    assert all(since <= one.began_at < until for one in found.now.ours)
    earlier = compared(home, Period(since - timedelta(days=30), since))
    assert all(one.began_at < since for one in earlier.now.ours)
