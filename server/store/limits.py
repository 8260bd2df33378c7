"""How much one caller may ask for. Who it was is not kept: only a hash, under a key that is gone after a day."""

import hmac
import ipaddress
import math
import os
import threading
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import cast

import redis

from server.settings import Budget, Rate
from server.store.connection import StoreAway
from server.store.servers import Servers

_KEY_LIFETIME = timedelta(days=1)
_KEY_BYTES = 32
# So soon do all processes hash with the same key, after a Redis has lost it.
_KEY_KNOWN_SECONDS = 60.0

# Of the budgets, a process takes some in advance, so that not every lookup costs a question more. What it does not
# use of that in time is lost to its caller.
_IN_ADVANCE = 30
_IN_ADVANCE_SECONDS = 60.0

# Callers whose balance a process holds: those that came last. Each takes some 300 bytes.
_MAX_CALLERS = 20_000

# The generic cell rate algorithm: what is kept is the moment at which the whole budget will be there again. The answer
# is how many were taken, as a negative number, or else how long to wait for one. All times are in microseconds, by the
# clock of the server, which all processes share; a moment further off than any can be is from before that clock was
# set back. ARGV: what one costs, how many are wanted, what the whole costs.
_TAKE = """
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local full_at = tonumber(redis.call('GET', KEYS[1]) or now)
if full_at < now or full_at > now + tonumber(ARGV[3]) then
    full_at = now
end
local left = math.floor((now + tonumber(ARGV[3]) - full_at) / tonumber(ARGV[1]))
if left < 1 then
    return full_at + tonumber(ARGV[1]) - now - tonumber(ARGV[3])
end
local taken = math.min(left, tonumber(ARGV[2]))
full_at = full_at + taken * tonumber(ARGV[1])
redis.call('SET', KEYS[1], string.format('%.0f', full_at), 'PX', math.ceil((full_at - now) / 1000))
return -taken
"""


class Limits:
    """What each caller may still ask for, by budget: in Redis for all processes, in this one while Redis is away."""

    def __init__(self, servers: Servers, rates: Mapping[Budget, Rate]) -> None:
        self._servers = servers
        self._rates = rates
        self._balances = _Balances()
        self._own_key = os.urandom(_KEY_BYTES)
        self._key: bytes | None = None
        self._key_known_until = 0.0

    def take(self, address: str, budget: Budget) -> int:
        """Take one from the budget of the caller at `address`; return 0, or how many seconds to wait for it."""
        rate = self._rates.get(budget)
        if rate is None:
            return 0
        caller = f"{budget}:{_hash(self._own_key, address)}"
        if self._balances.take(caller):
            return 0
        if wait := self._balances.wait(caller):
            return math.ceil(wait)
        try:
            answer = self._take(address, budget, rate)
        except StoreAway:
            return self._balances.take_by_ourselves(caller, rate)
        if answer < 0:
            self._balances.put(caller, -answer - 1)
            return 0
        wait = answer / 1_000_000
        self._balances.put_off(caller, wait)
        return max(1, math.ceil(wait))

    def _take(self, address: str, budget: Budget, rate: Rate) -> int:
        key = f"smallprint:limit:{budget}:{{{_hash(self._shared_key(), address)}}}"
        whole = rate.seconds * 1_000_000
        arguments = (whole // rate.count, max(1, rate.count // _IN_ADVANCE), whole)
        return cast(int, self._servers.run(key, lambda client: client.eval(_TAKE, 1, key, *arguments)))

    def _shared_key(self) -> bytes:
        now = time.monotonic()
        if self._key is None or now > self._key_known_until:
            self._key = self._servers.run("smallprint:limit-key", _find_key)
            self._key_known_until = now + _KEY_KNOWN_SECONDS
        return self._key


def _find_key(client: redis.Redis) -> bytes:
    with client.pipeline(transaction=False) as pipe:
        pipe.set("smallprint:limit-key", os.urandom(_KEY_BYTES), nx=True, ex=_KEY_LIFETIME)
        pipe.get("smallprint:limit-key")
        return cast(bytes, pipe.execute()[1])


def _hash(key: bytes, address: str) -> str:
    return hmac.digest(key, _whom(address).encode(), "sha256").hex()[:32]


def _whom(address: str) -> str:
    """The one behind `address`: of IPv6 a whole /64 is one subscriber's, and an IPv4 address may be written as IPv6."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(ip, ipaddress.IPv4Address):
        return str(ip)
    return str(ip.ipv4_mapped or ipaddress.ip_network((int(ip) >> 64 << 64, 64)))


@dataclass(slots=True)
class _Balance:
    left: int
    until: float


class _Balances:
    """What this process took in advance for its last callers, who must wait, and the budgets while Redis is away."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._balances: OrderedDict[str, _Balance] = OrderedDict()
        self._full_at: OrderedDict[str, float] = OrderedDict()
        self._put_off: OrderedDict[str, float] = OrderedDict()

    def take(self, caller: str) -> bool:
        """Take one of what was taken in advance; return whether there was one left."""
        with self._lock:
            balance = self._balances.get(caller)
            if balance is None or balance.left == 0 or balance.until < time.monotonic():
                return False
            balance.left -= 1
            return True

    def put(self, caller: str, amount: int) -> None:
        """Note what was taken in advance."""
        if amount:
            with self._lock:
                self._balances[caller] = _Balance(amount, time.monotonic() + _IN_ADVANCE_SECONDS)
                _forget_first(self._balances, caller)

    def put_off(self, caller: str, seconds: float) -> None:
        """Note that nothing is left for so long: whoever asks all the same is refused without a question to Redis."""
        with self._lock:
            self._put_off[caller] = time.monotonic() + seconds
            _forget_first(self._put_off, caller)

    def wait(self, caller: str) -> float:
        """Return how many seconds are left of that, at least 0."""
        with self._lock:
            return max(0.0, self._put_off.get(caller, 0.0) - time.monotonic())

    def take_by_ourselves(self, caller: str, rate: Rate) -> int:
        """Take one from a budget that is this process' alone; return 0, or how many seconds to wait for it."""
        with self._lock:
            now = time.monotonic()
            full_at = max(self._full_at.get(caller, now), now) + rate.seconds / rate.count
            wait = full_at - now - rate.seconds
            # A millisecond, lest a sum of fractions deny the last one.
            if wait > 0.001:
                return math.ceil(wait)
            self._full_at[caller] = full_at
            _forget_first(self._full_at, caller)
            return 0


def _forget_first(kept: "OrderedDict[str, _Balance] | OrderedDict[str, float]", last: str) -> None:
    kept.move_to_end(last)
    if len(kept) > _MAX_CALLERS:
        kept.popitem(last=False)
