import { achievement } from './achievement/subgraph.ts'
import { demand } from './demand/subgraph.ts'
import { heilongjiang } from './heilongjiang/subgraph.ts'
import { hubei } from './hubei/subgraph.ts'
import type { Sink } from './intake/sink.ts'
import { liaoning } from './liaoning/subgraph.ts'
import { library } from './library/subgraph.ts'
import { licensing } from './licensing/subgraph.ts'
import { linking } from './linking/subgraph.ts'
import { organization } from './organization/subgraph.ts'
import { talent } from './talent/subgraph.ts'

/** Every subgraph of the house. */
export const subgraphs = [
  library,
  organization,
  talent,
  achievement,
  demand,
  licensing,
  linking,
  liaoning,
  heilongjiang,
  hubei,
]

/** Where canonical records of each kind become rows. */
export const sinks: readonly Sink[] = subgraphs.flatMap((subgraph) => subgraph.sinks)
