"""An Airbyte source without a kit, with made-up records of two streams by turns, for the kinds of states that the Faros kit does
not write. Configuration: kind (STREAM, GLOBAL), left, right (how many records), kill_at (dies by SIGKILL after so many)."""
import argparse
import json
import os
import signal
import sys

STREAMS = ("left", "right")


def write(kind, body, value):
    sys.stdout.write(json.dumps({"type": kind, body: value}) + "\n")
    sys.stdout.flush()


def state_of(stream):
    return {"stream_descriptor": {"name": stream}, "stream_state": {"seq": seen[stream]}}


def write_states():
    if config["kind"] == "GLOBAL":
        states = [state_of(s) for s in STREAMS if s in seen]
        write("STATE", "state", {"type": "GLOBAL", "global": {"shared_state": {"log": sum(seen.values())}, "stream_states": states}})
    else:
        for stream in seen:
            write("STATE", "state", {"type": "STREAM", "stream": state_of(stream)})


def write_status(stream, status):
    write("TRACE", "trace", {"type": "STREAM_STATUS", "emitted_at": 1.5,
                             "stream_status": {"stream_descriptor": {"name": stream}, "status": status}})


parser = argparse.ArgumentParser()
parser.add_argument("command")
parser.add_argument("--config")
parser.add_argument("--catalog")
parser.add_argument("--state")
args = parser.parse_args()
with open(args.config, encoding="utf-8") as file:
    config = json.load(file)
schema = {"type": "object", "properties": {"id": {"type": "string"}, "email": {"type": "string"}}}
if args.command == "discover":
    write("CATALOG", "catalog", {"streams": [
        {"name": s, "json_schema": schema, "supported_sync_modes": ["full_refresh", "incremental"], "source_defined_cursor": True,
         "source_defined_primary_key": [["id"]]} for s in STREAMS]})
    sys.exit(0)
with open(args.catalog, encoding="utf-8") as file:
    seen = {s["stream"]["name"]: 0 for s in json.load(file)["streams"]}
if args.state:
    with open(args.state, encoding="utf-8") as file:
        states = json.load(file)
    for message in states:
        for part in [message["stream"]] if message["type"] == "STREAM" else message["global"]["stream_states"]:
            seen[part["stream_descriptor"]["name"]] = part["stream_state"]["seq"]
for stream in seen:
    write_status(stream, "STARTED")
written = 0
while any(seen[s] < config[s] for s in seen):
    for stream in seen:
        if seen[stream] < config[stream]:
            if config.get("kill_at") == written:
                os.kill(os.getpid(), signal.SIGKILL)
            written += 1
            seen[stream] += 1
            write("RECORD", "record", {"stream": stream, "emitted_at": 1, "data": {
                "id": "%s%d" % (stream[0], seen[stream]), "email": "%s%d@example.com" % (stream, seen[stream])}})
            if written % 25 == 0:
                write_states()
write_states()
for stream in seen:
    write_status(stream, "COMPLETE")
