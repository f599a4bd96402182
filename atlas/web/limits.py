"""How often one reader may ask: a bucket of tokens for each address, filled again as time goes by.

It stands in the app and not only before it, for two reasons: the atlas is also hosted where nobody can set up a proxy,
and only here is it known that a whole data set costs more than a page of it. A proxy in front may keep floods away
(deploy/nginx.conf does). Whose address it is, the server says: uvicorn believes X-Forwarded-For from the proxies that
FORWARDED_ALLOW_IPS names, 127.0.0.1 if it is not set, and from nobody else.
"""

import time
from collections import OrderedDict
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address
from typing import Final

PER_SECOND: Final = 10.0
BURST: Final = 300.0
"""Far above what a person or a polite script needs; where no address is known, all readers share one bucket."""
CALENDAR_COST: Final = 5
"""What a calendar takes: it holds up to fifty times what a page of events does."""
MOST_ADDRESSES: Final = 10_000
NETWORK_BITS: Final = 64


@dataclass
class Limits:
    """The buckets of all readers; used from the event loop alone.

    Parameters
    ----------
    per_second : float
        Tokens that each bucket gets a second.
    burst : float
        Tokens that a bucket holds at most.
    most : int
        How many addresses are remembered; of more, who asked longest ago is forgotten.
    """

    per_second: float = PER_SECOND
    burst: float = BURST
    most: int = MOST_ADDRESSES
    _buckets: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict, repr=False)

    def take(self, client: str, cost: float = 1, now: float | None = None) -> float:
        """Take tokens out of a reader's bucket.

        Parameters
        ----------
        client : str
            Address of the reader.
        cost : float
            How many tokens; one that costs more than a bucket holds takes a full one.
        now : float, optional
            Seconds on a clock that never goes back.

        Returns
        -------
        float
            0 if they were there; else the seconds until they will be, and nothing was taken.
        """
        now = time.monotonic() if now is None else now
        key, cost = network(client), min(cost, self.burst)
        left, since = self._buckets.get(key, (self.burst, now))
        left = min(self.burst, left + (now - since) * self.per_second)
        enough = left >= cost
        self._buckets[key] = (left - cost if enough else left, now)
        self._buckets.move_to_end(key)
        if len(self._buckets) > self.most:
            self._buckets.popitem(last=False)
        return 0.0 if enough else (cost - left) / self.per_second


def network(client: str) -> str:
    """Give whose bucket an address draws from: of IPv6 its network of 64 bits, for that is what one reader has."""
    try:
        address = ip_address(client)
    except ValueError:
        return client
    if not isinstance(address, IPv6Address):
        return client
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return f"{int(address) >> (128 - NETWORK_BITS):x}"
