import { parse } from './product.ts'

/** Four subgraphs of 2,000 records each, in memory: what the gateways are compared on. */
export interface BenchSubgraph {
  readonly name: string
  readonly typeDefs: ReturnType<typeof parse>
  readonly resolvers: Record<string, Record<string, unknown>>
}

const count = 2_000
const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])\n`
const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'
const given = ['明远', '思齐', '雨桐', '浩然', '静怡', '子墨', '文博', '晓峰']
const topics = [
  '激光熔覆修复',
  '水稻分子育种',
  '钠离子电池',
  '北斗精密定位',
  '中药质量控制',
  '高铁轴承检测',
  '冰雪装备',
  '海洋防腐涂层',
]
const cities = ['武汉', '哈尔滨', '沈阳', '大连', '宜昌', '襄阳', '大庆', '鞍山']

const at = <T>(list: ArrayLike<T>, i: number): T => list[i % list.length]!
const range = <T>(__typename: string, make: (i: number) => T) =>
  Array.from({ length: count }, (_, i) => ({ __typename, ...make(i) }))

const talents = range('Talent', (i) => ({
  id: `hb-edu-talent:${i}`,
  name: `${at(surnames, i * 7)}${at(given, i * 3)}`,
  title: at(['教授', '研究员', '高级工程师'], i),
  introduction: `长期从事${at(topics, i)}研究，主持国家和省部级项目${i % 9}项，愿与企业开展联合攻关。`,
  organization: { id: `org:${i % 400}` },
  achievements: [0, 1, 2].map((n) => ({ id: `hb-edu-achievement:${(i * 3 + n) % count}` })),
}))
const organizations = range('Organization', (i) => ({
  id: `org:${i}`,
  name: `${at(cities, i)}${at(['理工大学', '工业研究院', '农业科学院', '中医药大学'], i)}第${i}研究所`,
  city: at(cities, i),
  kind: at(['UNIVERSITY', 'INSTITUTE'], i),
}))
const achievements = range('Achievement', (i) => ({
  id: `hb-edu-achievement:${i}`,
  title: `${at(topics, i)}关键技术及应用${i}`,
  abstract: `该成果围绕${at(topics, i)}，突破了工艺与装备的关键问题，已在${at(cities, i)}的企业完成中试，技术成熟度为${1 + (i % 9)}级。`,
  maturity: 1 + (i % 9),
  patents: [0, 1].map((n) => ({ id: `hb-ip-patent:${(i * 2 + n) % count}` })),
}))
const patents = range('Patent', (i) => ({
  id: `hb-ip-patent:${i}`,
  title: `一种${at(topics, i)}的方法及装置${i}`,
  number: `ZL2020${String(10_000_000 + i)}.${i % 10}`,
  status: at(['GRANTED', 'PENDING'], i),
}))

const byId = <T extends { id: string }>(rows: readonly T[]) => {
  const index = new Map(rows.map((row) => [row.id, row]))
  return ({ id }: { id: string }) => index.get(id)
}

const organization = byId(organizations)
const achievement = byId(achievements)
const patent = byId(patents)

export const subgraphs: readonly BenchSubgraph[] = [
  {
    name: 'talent',
    typeDefs: parse(`${link}
      type Query { talents(first: Int!, after: Int!): [Talent!]! }
      type Talent @key(fields: "id") { id: ID! name: String! title: String introduction: String organization: Organization }
      type Organization @key(fields: "id") { id: ID! }`),
    resolvers: {
      Query: {
        talents: async (_: unknown, { first, after }: { first: number; after: number }) =>
          Array.from({ length: first }, (_, i) => at(talents, after + i)),
      },
    },
  },
  {
    name: 'organization',
    typeDefs: parse(`${link} type Organization @key(fields: "id") { id: ID! name: String! city: String kind: String }`),
    resolvers: { Organization: { __resolveReference: organization } },
  },
  {
    name: 'achievement',
    typeDefs: parse(`${link}
      type Talent @key(fields: "id") { id: ID! achievements: [Achievement!]! }
      type Achievement @key(fields: "id") { id: ID! title: String! abstract: String maturity: Int patents: [Patent!]! }
      type Patent @key(fields: "id") { id: ID! }`),
    resolvers: {
      Talent: {
        __resolveReference: byId(talents),
        achievements: (talent: (typeof talents)[number]) => talent.achievements.map(achievement),
      },
    },
  },
  {
    name: 'patent',
    typeDefs: parse(`${link} type Patent @key(fields: "id") { id: ID! title: String! number: String status: String }`),
    resolvers: { Patent: { __resolveReference: patent } },
  },
]

/** The same records in one schema, and the fields that lead from one to another. */
export const monolith: BenchSubgraph = {
  name: 'monolith',
  typeDefs: parse(`
    type Query { talents(first: Int!, after: Int!): [Talent!]! }
    type Talent {
      id: ID! name: String! title: String introduction: String organization: Organization achievements: [Achievement!]!
    }
    type Organization { id: ID! name: String! city: String kind: String }
    type Achievement { id: ID! title: String! abstract: String maturity: Int patents: [Patent!]! }
    type Patent { id: ID! title: String! number: String status: String }`),
  resolvers: {
    Query: subgraphs[0]!.resolvers.Query!,
    Talent: {
      organization: (talent: (typeof talents)[number]) => organization(talent.organization),
      achievements: (talent: (typeof talents)[number]) => talent.achievements.map(achievement),
    },
    Achievement: { patents: ({ patents: of }: (typeof achievements)[number]) => of.map(patent) },
  },
}

/** What clients ask, with another `after` each time. */
export const queries = {
  small: 'query Small($after: Int!) { talents(first: 20, after: $after) { id name title } }',
  large: `query Large($after: Int!) {
    talents(first: 35, after: $after) {
      id name title introduction
      organization { id name city kind }
      achievements { id title abstract maturity patents { id title number status } }
    }
  }`,
} as const

export type QueryName = keyof typeof queries
