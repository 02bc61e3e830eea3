// A source made with the Faros kit for Airbyte connectors, which is not ours: it writes LEGACY states (base64 of gzip), the type
// behind the body, and fields that the protocol does not know. Its records are made up.
// Configuration: contacts, orders (how many records), kill_at (dies by SIGKILL after so many records), fail (what the check says),
// broken_stream (that stream throws midway; the program still ends well).
const { AirbyteSourceBase, AirbyteSourceLogger, AirbyteSourceRunner, AirbyteStreamBase, AirbyteSpec, SyncMode } =
  require(process.env.FAROS_CDK);

let written = 0;

class Rows extends AirbyteStreamBase {
  constructor(config, logger) {
    super(logger);
    this.config = config;
  }
  get primaryKey() { return 'id'; }
  get cursorField() { return 'seq'; }
  get stateCheckpointInterval() { return 50; }
  async *readRecords(mode, cursor, slice, state) {
    const from = mode === SyncMode.INCREMENTAL ? state?.seq ?? 0 : 0;
    for (let i = from + 1; i <= this.config[this.name]; i++) {
      if (this.config.broken_stream === this.name && i === 10) throw new Error('quota of ada@example.com used up');
      if (this.config.kill_at && written++ === this.config.kill_at) process.kill(process.pid, 'SIGKILL');
      yield this.row(i);
    }
  }
  getUpdatedState(state, record) { return { seq: record.seq, at: '2024-01-31T10:00:00.000Z' }; }
}

class Contacts extends Rows {
  get name() { return 'contacts'; }
  getJsonSchema() {
    return { type: 'object', properties: { id: { type: 'string' }, first_name: { type: 'string' }, last_name: { type: 'string' },
      email: { type: 'string' }, seq: { type: 'integer' } } };
  }
  row(i) { return { id: `c${i}`, first_name: 'Zoë', last_name: `Name${i}`, email: `p${i}@example.com`, seq: i }; }
}

class Orders extends Rows {
  get name() { return 'orders'; }
  getJsonSchema() {
    return { type: 'object', properties: { id: { type: 'string' }, contact: { type: 'string' }, total: { type: 'number' },
      at: { type: 'string' }, seq: { type: 'integer' } } };
  }
  row(i) { return { id: `o${i}`, contact: `c${i}`, total: i + 0.25, at: '2024-02-01T09:00:00Z', seq: i }; }
}

class Source extends AirbyteSourceBase {
  get type() { return 'made-up'; }
  async spec() { return new AirbyteSpec({ connectionSpecification: { type: 'object', properties: {} } }); }
  async checkConnection(config) { return config.fail ? [false, new Error(config.fail)] : [true, undefined]; }
  streams(config) { return [new Contacts(config, this.logger), new Orders(config, this.logger)]; }
}

const logger = new AirbyteSourceLogger();
new AirbyteSourceRunner(logger, new Source(logger)).mainCommand().parseAsync(process.argv);
