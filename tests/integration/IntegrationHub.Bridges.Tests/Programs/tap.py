"""A Singer tap with made-up records. It writes through singer-python where that is on the PYTHONPATH. No registry that the tests
may use carries singer-python, so elsewhere it writes what singer-python 6.7.0 writes, with the JSON library that singer-python
writes with (simplejson): the same fields in the same order, the same separators and escapes, the log on the error output.

Configuration: users, visits (how many records), kill_at (dies by SIGKILL after so many records), fail_at (an error after so many),
rotate (writes a new token into the configuration file), version (writes ACTIVATE_VERSION for users), null_key (key_properties as
null), lower (types in lower case), change_at (a column more from that user on)."""
import argparse
import decimal
import json
import os
import signal
import sys

import simplejson

try:
    import singer
except ImportError:
    singer = None

USERS = {"type": "object", "properties": {"id": {"type": "string"}, "first_name": {"type": "string"}, "last_name": {"type": "string"},
         "email": {"type": "string"}, "balance": {"type": "number"}, "updated_at": {"type": "string", "format": "date-time"}}}
VISITS = {"type": "object", "properties": {"id": {"type": "string"}, "user": {"type": "string"}, "at": {"type": "string"}}}

written = 0


def write(message):
    if message["type"] == "RECORD" and singer and "version" not in message and not config.get("lower"):
        singer.write_record(message["stream"], message["record"])
    elif message["type"] == "STATE" and singer:
        singer.write_state(message["value"])
    elif message["type"] == "SCHEMA" and singer and message["key_properties"]:
        singer.write_schema(message["stream"], message["schema"], message["key_properties"])
    else:
        if config.get("lower"):
            message = dict(message, type=message["type"].lower())
        sys.stdout.write(simplejson.dumps(message, use_decimal=True) + "\n")
        sys.stdout.flush()


def entry(name, schema):
    return {"tap_stream_id": name, "stream": name, "schema": schema, "key_properties": ["id"], "metadata": [
        {"breadcrumb": [], "metadata": {"replication-method": "INCREMENTAL", "inclusion": "available"}}]}


def discover():
    # Over many lines, as most taps write it.
    print(json.dumps({"streams": [entry("users", USERS), entry("visits", VISITS)]}, indent=2))


def record(stream, row):
    global written
    if config.get("kill_at") == written:
        os.kill(os.getpid(), signal.SIGKILL)
    if config.get("fail_at") == written:
        # A state right before the end: it holds, though the exit code says that all failed.
        write({"type": "STATE", "value": state})
        sys.stderr.write("CRITICAL the key %s of ada@example.com has expired\n" % config.get("api_key"))
        sys.exit(255)
    written += 1
    message = {"type": "RECORD", "stream": stream, "record": row}
    if config.get("version") and stream == "users":
        message["version"] = config["version"]
    write(message)


def user(i):
    row = {"id": "u%d" % i, "first_name": "Zo\u00eb", "last_name": "Name%d" % i, "email": "p%d@example.com" % i,
           "balance": decimal.Decimal("%d.10" % i), "updated_at": "2024-01-%02dT10:00:00.000000Z" % (i % 28 + 1)}
    if 0 < config.get("change_at", 0) <= i:
        row["phone"] = "+1 202 555 %04d" % i
    return row


def sync(stream, count, make):
    if stream not in selected:
        return
    key = None if config.get("null_key") else ["id"]
    schema = USERS if stream == "users" else VISITS
    write({"type": "SCHEMA", "stream": stream, "schema": schema, "key_properties": key})
    if config.get("version") and stream == "users":
        write({"type": "ACTIVATE_VERSION", "stream": stream, "version": config["version"]})
    bookmark = state["bookmarks"].setdefault(stream, {"seq": 0})
    state["currently_syncing"] = stream
    for i in range(bookmark["seq"] + 1, count + 1):
        if stream == "users" and config.get("change_at") == i:
            more = dict(USERS, properties=dict(USERS["properties"], phone={"type": "string"}))
            write({"type": "SCHEMA", "stream": stream, "schema": more, "key_properties": "id" if config.get("lower") else ["id"]})
        record(stream, make(i))
        # Longer than the hub's own numbers, and a date: both must come back as they were.
        state["bookmarks"][stream] = {"seq": i, "at": "2024-01-31T10:00:00.000000Z", "exact": decimal.Decimal("0.10000000000000000000000001")}
        if i % 20 == 0:
            write({"type": "STATE", "value": state})
    state["currently_syncing"] = None
    write({"type": "STATE", "value": state})


parser = argparse.ArgumentParser()
parser.add_argument("-c", "--config", required=True)
parser.add_argument("-s", "--state")
parser.add_argument("-p", "--catalog", "--properties")
parser.add_argument("-d", "--discover", action="store_true")
args = parser.parse_args()
with open(args.config, encoding="utf-8") as file:
    config = json.load(file)
if args.discover:
    discover()
    sys.exit(0)
state = {"bookmarks": {}}
if args.state:
    with open(args.state, encoding="utf-8") as file:
        state = simplejson.load(file, use_decimal=True)
with open(args.catalog, encoding="utf-8") as file:
    selected = [e["stream"] for e in json.load(file)["streams"] if e["metadata"][0]["metadata"].get("selected")]
if config.get("rotate"):
    with open(args.config, "w", encoding="utf-8") as file:
        json.dump(dict(config, token=config["rotate"]), file)
sync("users", config.get("users", 0), user)
sync("visits", config.get("visits", 0), lambda i: {"id": "v%d" % i, "user": "u%d" % i, "at": "2024-02-01T09:00:00Z"})
