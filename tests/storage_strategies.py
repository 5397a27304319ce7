"""Values of the domain, drawn at random."""

from datetime import timedelta, timezone

from hypothesis import strategies as st

from storage.domain.contributions import Actor, Contribution, Kind, Party, Tool, Words
from storage.domain.costs import Cost
from storage.domain.crew import Role
from storage.domain.ids import Digest
from tests.storage_samples import NOON

AGE = timedelta(days=365 * 50)
names = st.text("abcdefghjkmnpqrstvwxyz0123456789", min_size=1, max_size=12)
words = st.text(max_size=30)
chats = st.integers(-(2**52), 2**52)
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.builds(lambda seconds, zone: NOON.astimezone(zone) + seconds, st.timedeltas(-AGE, AGE), zones)
digests = st.binary(min_size=32, max_size=32).map(lambda raw: Digest(raw.hex()))
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False, allow_infinity=False) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)
amounts = st.integers(0, 2**53 - 1)
costs = st.builds(Cost, milliseconds=amounts, micros=amounts)
actors = st.builds(Actor, party=st.sampled_from(Party), name=words)
tools = st.builds(Tool, name=words, version=words, licence=words, key=digests)
contributions = st.builds(
    Contribution,
    id=names,
    series=names,
    episode=names,
    by=actors,
    directed_by=names,
    role=st.sampled_from(Role),
    kind=st.sampled_from(Kind),
    at=moments,
    sources=st.lists(digests, max_size=3).map(tuple),
    made=st.none() | digests,
    tool=st.none() | tools,
    cost=costs,
    words=st.none() | st.sampled_from(Words),
    shown=st.lists(digests, max_size=3).map(tuple),
    granted_to=st.none() | names,
)
