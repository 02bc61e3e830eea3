// Answers queries by Shopify's own Admin schema with made-up values: what the schema does not allow, or what would cost more than 1,000
// points, is refused as Shopify does.
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const [folder, version, port] = process.argv.slice(2);
const require = createRequire(folder + '/');
const { buildClientSchema, execute, getNamedType, getNullableType, isAbstractType, isEnumType, isLeafType, isListType, parse, validate } = require('graphql');
const file = `${folder}/node_modules/@shopify/dev-mcp/dist/data/admin_${version}.json.gz`;
const introspection = JSON.parse(gunzipSync(readFileSync(file)));
const schema = buildClientSchema(introspection.data ?? introspection);

const SCALARS = {
  Boolean: false, Int: 2, Float: 1.5, DateTime: '2026-11-20T10:00:00Z', Decimal: '19.98', Money: '19.98', UnsignedInt64: '1234', URL: 'https://shop.example/',
};
const listLength = args => Math.min(args.first ?? 1, 3);

function resolve(source, args, context, info) {
  const type = getNullableType(info.returnType);
  const named = getNamedType(type);
  if (info.fieldName === 'hasNextPage') {
    return context.more > 0 && context.more-- > 0;
  }

  if (isListType(type)) {
    // The ten refunds of an order make the connector ask for the rest.
    const length = info.fieldName === 'refunds' && args.first === 10 ? 10 : source?.first ?? listLength(args);
    return Array.from({ length }, () => one(named, args));
  }

  return info.fieldName === 'currencyCode' ? 'USD' : info.fieldName === 'number' ? '•••• •••• •••• 4242' : one(named, args);
}

function one(named, args) {
  if (isEnumType(named)) {
    return (named.getValues().find(v => /^(SUBSCRIBED|SALE|SUCCESS)$/.test(v.name)) ?? named.getValues()[0]).name;
  }

  return isLeafType(named) ? SCALARS[named.name] ?? `made-up ${named.name}` : { first: args.first ? listLength(args) : undefined };
}

const typeOf = (value, context, info, abstract) =>
  (schema.getPossibleTypes(abstract).find(t => t.name === 'CardPaymentDetails') ?? schema.getPossibleTypes(abstract)[0]).name;

// A point for each object, two for each connection, as many as are asked for at the most.
function cost(selections, type, variables, times = 1) {
  let sum = 0;
  for (const selection of selections ?? []) {
    if (selection.kind === 'InlineFragment') {
      sum += cost(selection.selectionSet.selections, schema.getType(selection.typeCondition.name.value), variables, times);
      continue;
    }

    const field = type.getFields?.()[selection.name.value];
    const named = getNamedType(field.type);
    if (isLeafType(named)) {
      continue;
    }

    const first = selection.arguments.find(a => a.name.value === 'first')?.value;
    const size = first === undefined ? 1 : Number(first.kind === 'Variable' ? variables[first.name.value] : first.value);
    const isConnection = named.name.endsWith('Connection');
    const children = cost(selection.selectionSet.selections, named, variables);
    if (isConnection) {
      sum += 2 + size * children;
    } else if (selection.name.value === 'nodes') {
      sum += 1 + children;
    } else if (selection.name.value !== 'pageInfo') {
      sum += size * (1 + children);
    }
  }

  return sum * times;
}

createServer((request, response) => {
  let body = '';
  request.on('data', chunk => { body += chunk; });
  request.on('end', async () => {
    const answer = json => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    const { query, variables } = JSON.parse(body);
    const document = parse(query);
    const errors = validate(schema, document);
    if (errors.length > 0) {
      console.error(errors.map(e => e.message).join('\n'));
      return answer({ errors: errors.map(e => ({ message: e.message, extensions: { code: 'undefinedField' } })) });
    }

    const operation = document.definitions[0];
    const requested = cost(operation.selectionSet.selections, schema.getQueryType(), variables);
    console.log(`${operation.name.value} ${requested}`);
    if (requested > 1000) {
      return answer({ errors: [{ message: `costs ${requested}`, extensions: { code: 'MAX_COST_EXCEEDED' } }] });
    }

    // In the list of orders one order has more lines than come with it.
    const context = { more: operation.name.value === 'Orders' ? 1 : 0 };
    const result = await execute({ schema, document, variableValues: variables, contextValue: context, fieldResolver: resolve, typeResolver: typeOf });
    return answer({ ...result, extensions: { cost: { requestedQueryCost: requested, throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 1900, restoreRate: 100 } } } });
  });
}).listen(Number(port), '127.0.0.1');
