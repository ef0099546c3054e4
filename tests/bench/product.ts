import { createRequire } from 'node:module'

/** The product's own packages: beside this file lie those of the gateways it is compared with, another graphql among them. */
const require = createRequire(new URL('../../package.json', import.meta.url))

export const { ApolloServer } = require('@apollo/server') as typeof import('@apollo/server')
export const { startStandaloneServer } =
  require('@apollo/server/standalone') as typeof import('@apollo/server/standalone')
export const { buildSubgraphSchema } = require('@apollo/subgraph') as typeof import('@apollo/subgraph')
export const { buildASTSchema, parse } = require('graphql') as typeof import('graphql')
export const { compileQuery, isCompiledQuery } = require('graphql-jit') as typeof import('graphql-jit')
export const pino = require('pino') as typeof import('pino')
export const { Pool } = require('undici') as typeof import('undici')
