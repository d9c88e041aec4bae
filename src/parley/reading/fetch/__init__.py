"""The polite client: one page from the web, within bounds, from nobody who does not want it, and from no private net.

address.py     which URLs and which addresses may be asked
robots.py      what a host's robots.txt allows
exchange.py    one request and its answer, bounded in time and size
client.py      robots, redirects, retries, pauses: `Client.get`
memory.py      what earlier answers said, so that unchanged pages are not sent again
"""
