import type { Style } from '../style.ts'
import { cnRefPatent } from './cn-ref-patent.ts'
import { cnRefUniversity } from './cn-ref-university.ts'
import { hbEduAchievement } from './hb-edu-achievement.ts'
import { hbEduTalent } from './hb-edu-talent.ts'
import { hbIpLicense } from './hb-ip-license.ts'
import { hbIpPatent } from './hb-ip-patent.ts'
import { hbStdDemand } from './hb-std-demand.ts'
import { hlHalfyear } from './hl-halfyear.ts'
import { lnAgreement } from './ln-agreement.ts'
import { lnAlliance } from './ln-alliance.ts'
import { lnDemand } from './ln-demand.ts'
import { lnFair } from './ln-fair.ts'
import { lnInstitute } from './ln-institute.ts'
import { lnLicense } from './ln-license.ts'
import { lnPatent } from './ln-patent.ts'
import { lnSupply } from './ln-supply.ts'
import { lnTalent } from './ln-talent.ts'
import { lnVisit } from './ln-visit.ts'

/** Every native format the hub reads. */
export const styles: readonly Style[] = [
  cnRefPatent,
  cnRefUniversity,
  hbEduAchievement,
  hbEduTalent,
  hbIpLicense,
  hbIpPatent,
  hbStdDemand,
  hlHalfyear,
  lnAgreement,
  lnAlliance,
  lnDemand,
  lnFair,
  lnInstitute,
  lnLicense,
  lnPatent,
  lnSupply,
  lnTalent,
  lnVisit,
]
