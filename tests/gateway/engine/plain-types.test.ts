import { buildSchema, type GraphQLObjectType } from 'graphql'
import { expect, it } from 'vitest'
import { inProcessTransport } from '../../../gateway/engine/in-process-transport.ts'

const talent = {
  name: '示例欧阳明',
  get cursor() {
    return 'ln-talent:LN-0003'
  },
  byline: () => '示例欧阳明 等',
}

function transportOver(extensions: GraphQLObjectType['extensions']) {
  const schema = buildSchema('type Query { talent: Talent } type Talent { name: String cursor: String byline: String }')
  schema.getQueryType()!.getFields().talent!.resolve = async () => talent
  Object.assign(schema.getType('Talent')!, { extensions })
  return inProcessTransport({ schema, contextFor: () => ({}) })
}

const ask = (transport: ReturnType<typeof transportOver>, document: string) =>
  transport.fetch({ document, operationKind: 'query' }, { requestId: 'plain', headers: {} })

it('calls the methods of an object, as graphql-js does', async () => {
  expect(await ask(transportOver({}), '{ talent { name cursor byline } }')).toEqual({
    data: { talent: { name: '示例欧阳明', cursor: 'ln-talent:LN-0003', byline: '示例欧阳明 等' } },
  })
})

it('reads the properties of an object of a plain type, and calls nothing', async () => {
  const transport = transportOver({ plain: true })

  expect(await ask(transport, '{ talent { name cursor } }')).toEqual({
    data: { talent: { name: '示例欧阳明', cursor: 'ln-talent:LN-0003' } },
  })
  expect(await ask(transport, '{ talent { byline } }')).toMatchObject({
    data: { talent: { byline: null } },
    errors: [{ path: ['talent', 'byline'] }],
  })
})
