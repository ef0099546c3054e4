// Generated from schema.graphql by `npm run generate`.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { LnAlliance, LnAllianceMember, LnFair, LnAgreement, LnInstitute, LnVisit } from './queries.ts';
import type { Context } from './loaders.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** 精确的十进制数，以字符串传递，金额单位为元。例如 "500000.00"。 */
  Decimal: { input: string; output: string; }
  /** 不完整日期：来源给到哪一级就保留到哪一级。例如 2023、2023-05、2023-05-01。按区间筛选时有重叠即算匹配。 */
  PartialDate: { input: string; output: string; }
  /** 日期时间，ISO 8601，带时区。例如 2023-12-15T08:00:00Z。 */
  DateTime: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** 共享类别。例如 UNCONDITIONAL。依据《政务数据共享条例》。 */
export type GraphSharingClass =
  /** 无条件共享。任何人可见。 */
  | 'UNCONDITIONAL'
  /** 有条件共享。按角色和用途可见。 */
  | 'CONDITIONAL'
  /** 不予共享。仅来源单位可见。 */
  | 'NOT_SHARED'
  /** 个人信息。须有本人同意。依据《个人信息保护法》第二十五条。 */
  | 'PERSONAL';

/** 省级行政区。例如 HUBEI（湖北省）。代码见国家标准 GB/T 2260。 */
export type GraphProvince =
  /** 北京市。国家标准 GB/T 2260 代码 11。 */
  | 'BEIJING'
  /** 天津市。国家标准 GB/T 2260 代码 12。 */
  | 'TIANJIN'
  /** 河北省。国家标准 GB/T 2260 代码 13。 */
  | 'HEBEI'
  /** 山西省。国家标准 GB/T 2260 代码 14。 */
  | 'SHANXI'
  /** 内蒙古自治区。国家标准 GB/T 2260 代码 15。 */
  | 'INNER_MONGOLIA'
  /** 辽宁省。国家标准 GB/T 2260 代码 21。 */
  | 'LIAONING'
  /** 吉林省。国家标准 GB/T 2260 代码 22。 */
  | 'JILIN'
  /** 黑龙江省。国家标准 GB/T 2260 代码 23。 */
  | 'HEILONGJIANG'
  /** 上海市。国家标准 GB/T 2260 代码 31。 */
  | 'SHANGHAI'
  /** 江苏省。国家标准 GB/T 2260 代码 32。 */
  | 'JIANGSU'
  /** 浙江省。国家标准 GB/T 2260 代码 33。 */
  | 'ZHEJIANG'
  /** 安徽省。国家标准 GB/T 2260 代码 34。 */
  | 'ANHUI'
  /** 福建省。国家标准 GB/T 2260 代码 35。 */
  | 'FUJIAN'
  /** 江西省。国家标准 GB/T 2260 代码 36。 */
  | 'JIANGXI'
  /** 山东省。国家标准 GB/T 2260 代码 37。 */
  | 'SHANDONG'
  /** 河南省。国家标准 GB/T 2260 代码 41。 */
  | 'HENAN'
  /** 湖北省。国家标准 GB/T 2260 代码 42。 */
  | 'HUBEI'
  /** 湖南省。国家标准 GB/T 2260 代码 43。 */
  | 'HUNAN'
  /** 广东省。国家标准 GB/T 2260 代码 44。 */
  | 'GUANGDONG'
  /** 广西壮族自治区。国家标准 GB/T 2260 代码 45。 */
  | 'GUANGXI'
  /** 海南省。国家标准 GB/T 2260 代码 46。 */
  | 'HAINAN'
  /** 重庆市。国家标准 GB/T 2260 代码 50。 */
  | 'CHONGQING'
  /** 四川省。国家标准 GB/T 2260 代码 51。 */
  | 'SICHUAN'
  /** 贵州省。国家标准 GB/T 2260 代码 52。 */
  | 'GUIZHOU'
  /** 云南省。国家标准 GB/T 2260 代码 53。 */
  | 'YUNNAN'
  /** 西藏自治区。国家标准 GB/T 2260 代码 54。 */
  | 'TIBET'
  /** 陕西省。国家标准 GB/T 2260 代码 61。 */
  | 'SHAANXI'
  /** 甘肃省。国家标准 GB/T 2260 代码 62。 */
  | 'GANSU'
  /** 青海省。国家标准 GB/T 2260 代码 63。 */
  | 'QINGHAI'
  /** 宁夏回族自治区。国家标准 GB/T 2260 代码 64。 */
  | 'NINGXIA'
  /** 新疆维吾尔自治区。国家标准 GB/T 2260 代码 65。 */
  | 'XINJIANG'
  /** 台湾省。国家标准 GB/T 2260 代码 71。 */
  | 'TAIWAN'
  /** 香港特别行政区。国家标准 GB/T 2260 代码 81。 */
  | 'HONG_KONG'
  /** 澳门特别行政区。国家标准 GB/T 2260 代码 82。 */
  | 'MACAO';

/** 排序方向。例如 DESC。 */
export type GraphSortDirection =
  /** 升序。从小到大，从早到晚，按拼音从前到后。 */
  | 'ASC'
  /** 降序。从大到小，从晚到早，按拼音从后到前。 */
  | 'DESC';

/** 编码与来源用语的对应强度。例如 CLOSE。 */
export type GraphMatchStrength =
  /** 完全对应。 */
  | 'EXACT'
  /** 近似对应。 */
  | 'CLOSE'
  /** 来源用语更窄，对到了更宽的编码。 */
  | 'BROAD'
  /** 来源用语更宽，对到了更窄的编码。 */
  | 'NARROW'
  /** 没有对应的编码，只保留来源用语。 */
  | 'UNMAPPED';

/** 一个来源库在本次应答中的状态。例如 OK。 */
export type GraphSourceState =
  /** 正常。 */
  | 'OK'
  /** 数据已过更新期限。仍然返回，但请注意时效。 */
  | 'STALE'
  /** 在时限内没有应答。 */
  | 'TIMEOUT'
  /** 无法连接。 */
  | 'UNREACHABLE'
  /** 连续失败后暂停访问。 */
  | 'CIRCUIT_OPEN'
  /** 不允许访问，或不支持这种查询。 */
  | 'DENIED';

/** 质量标记的严重程度。例如 WARN。 */
export type GraphFlagSeverity =
  /** 提示。 */
  | 'INFO'
  /** 警告。 */
  | 'WARN'
  /** 错误。 */
  | 'ERROR'
  /** 拦截。 */
  | 'BLOCK';

/** 任何可以凭 id 单独取回的对象。例如 node(id: "hb-std-demand:XQ2020000123")。 */
export type GraphNode = {
  /** 全局唯一的 id，带来源库前缀，例如 hb-std-demand:XQ2020000123。 */
  readonly id: Scalars['ID']['output'];
};

/** 资源库中的一条记录，带来源。例如一项需求、一名人才、一件专利。 */
export type GraphRecord = {
  /** 全局唯一的 id，带来源库前缀，例如 hb-std-demand:XQ2020000123。 */
  readonly id: Scalars['ID']['output'];
  /** 在来源库内部的编号，例如 XQ2020000123。 */
  readonly localId: Scalars['String']['output'];
  /** 记录所属的资源库，例如 湖北专项技术需求库。 */
  readonly library: GraphLibrary;
  /** 资源库所属的省，例如 HUBEI；全国性参考库为空。 */
  readonly province?: Maybe<GraphProvince>;
  /** 出处：哪一批、哪个文件、第几行，例如 第 12 行。 */
  readonly provenance: GraphProvenance;
  /** 入库检查时存疑之处，例如 AMOUNT_UNIT_ASSUMED。没有疑问时为空列表。 */
  readonly flags: ReadonlyArray<GraphFlag>;
  /** 来源给出的更新日期，例如 2023-12-15。 */
  readonly updatedOn?: Maybe<Scalars['PartialDate']['output']>;
};

/** 带编码的取值：来源怎么写，我们对到了哪个编码，对应有多紧。例如 高端装备 → HIGH_EQUIP（EXACT）。 */
export type GraphCodedValue = {
  readonly __typename?: 'CodedValue';
  /** 编码体系，例如 GB/T 4754-2017。 */
  readonly scheme?: Maybe<Scalars['String']['output']>;
  /** 编码，例如 C34。没有对应时为空。 */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** 编码的中文名称，例如 通用设备制造业。 */
  readonly label?: Maybe<Scalars['String']['output']>;
  /** 编码的英文名称，例如 General equipment manufacturing。 */
  readonly labelEn?: Maybe<Scalars['String']['output']>;
  /** 来源的原文，例如 高端装备。 */
  readonly original?: Maybe<Scalars['String']['output']>;
  /** 对应强度，例如 EXACT。 */
  readonly match?: Maybe<GraphMatchStrength>;
};

/** 一条记录的出处。例如 10486_画像_20231215.xlsx 第 7 行。 */
export type GraphProvenance = {
  readonly __typename?: 'Provenance';
  /** 批次编号，例如 hb-std-demand@2。 */
  readonly release: Scalars['String']['output'];
  /** 来源文件名，例如 10486_画像_20231215.xlsx。 */
  readonly file?: Maybe<Scalars['String']['output']>;
  /** 工作表名，例如 科技人员画像。 */
  readonly sheet?: Maybe<Scalars['String']['output']>;
  /** 来源文件中的行号，从 1 起，例如 7。 */
  readonly row?: Maybe<Scalars['Int']['output']>;
  /** 是否为合成的样例数据，例如 true。合成数据不对应任何真实单位和个人。 */
  readonly synthetic: Scalars['Boolean']['output'];
};

/** 一处质量标记：哪个字段、什么疑问、原文是什么、我们理解成什么。例如 AMOUNT_UNIT_ASSUMED。 */
export type GraphFlag = {
  readonly __typename?: 'Flag';
  /** 标记代码，例如 USCC_CHECKSUM。 */
  readonly code: Scalars['String']['output'];
  /** 标记的中文说明，例如 统一社会信用代码校验位不符。 */
  readonly label: Scalars['String']['output'];
  /** 严重程度，例如 WARN。 */
  readonly severity: GraphFlagSeverity;
  /** 有疑问的字段，例如 intendedAmount。 */
  readonly field?: Maybe<Scalars['String']['output']>;
  /** 来源原文，例如 80。个人信息和涉密内容不会出现在这里。 */
  readonly original?: Maybe<Scalars['String']['output']>;
  /** 理解后的取值，例如 800000。 */
  readonly interpreted?: Maybe<Scalars['String']['output']>;
  /** 提出疑问的规则编号，见 rules，例如 HB-R1。读取时的一般疑问为空。 */
  readonly rule?: Maybe<Scalars['ID']['output']>;
  /** 检查的版本，例如 1。判断口径改变时版本随之改变。 */
  readonly ruleVersion: Scalars['String']['output'];
  /** 所依据的条款或标准，例如 鄂科技通〔2020〕67号 一(一)。没有时为空。 */
  readonly clause?: Maybe<Scalars['String']['output']>;
};

/** 一个来源库在本次列表中的状态。例如 湖北专项技术需求库 OK，50 条。 */
export type GraphSourceStatus = {
  readonly __typename?: 'SourceStatus';
  /** 来源库，例如 hb-std-demand。 */
  readonly library: GraphLibrary;
  /** 状态，例如 OK。 */
  readonly status: GraphSourceState;
  /** 数据截至时间，例如 2023-12-15T08:00:00Z。 */
  readonly asOf?: Maybe<Scalars['DateTime']['output']>;
  /** 这个库在本列表中公开的记录总数（未筛选），例如 50。 */
  readonly rows?: Maybe<Scalars['Int']['output']>;
  /** 给了 asOf 时，应答的是哪一批，例如 hl-demand@1。 */
  readonly release?: Maybe<Scalars['String']['output']>;
  /** 对状态的说明，例如 已超过半年未更新。正常时为空。 */
  readonly message?: Maybe<Scalars['String']['output']>;
};

/** 一个维度上的分面统计。例如 按省统计。 */
export type GraphFacet = {
  readonly __typename?: 'Facet';
  /** 维度，与请求中的枚举值相同，例如 PROVINCE。 */
  readonly by: Scalars['String']['output'];
  /** 各取值的数量，从多到少，例如 HUBEI 50 条。 */
  readonly values: ReadonlyArray<GraphFacetValue>;
};

/** 分面统计中的一个取值。例如 HUBEI 湖北省 50。 */
export type GraphFacetValue = {
  readonly __typename?: 'FacetValue';
  /** 取值的编码，例如 HUBEI。 */
  readonly code: Scalars['String']['output'];
  /** 中文名称，例如 湖北省。 */
  readonly label?: Maybe<Scalars['String']['output']>;
  /** 记录数，例如 50。 */
  readonly count: Scalars['Int']['output'];
};

/** 一项目标及其进度：文件写的目标、由入库数据测得的数值。例如 辽宁经典联盟 2000 个左右，实测 18 个。 */
export type GraphIndicator = {
  readonly __typename?: 'Indicator';
  /** 指标编号，例如 LN20-1。 */
  readonly code: Scalars['String']['output'];
  /** 指标名称，例如 经典联盟。 */
  readonly title: Scalars['String']['output'];
  /** 提出目标的省，例如 LIAONING；全国性目标为空。 */
  readonly province?: Maybe<GraphProvince>;
  /** 上一级指标的编号，例如 LN20-3。本身就是总数时为空。 */
  readonly parent?: Maybe<Scalars['String']['output']>;
  /** 目标值，按文件所写，单位见 unit，例如 "2000"。文件没有给出数字时为空。 */
  readonly target?: Maybe<Scalars['Decimal']['output']>;
  /** 目标值的口径，由文件用语而定，例如 APPROXIMATE（左右）。 */
  readonly comparator?: Maybe<GraphIndicatorComparator>;
  /** 各分项目标之外、文件没有说明去处的部分，例如 "190"。没有分项时为空。 */
  readonly unallocated?: Maybe<Scalars['Decimal']['output']>;
  /** 单位，例如 个。 */
  readonly unit?: Maybe<Scalars['String']['output']>;
  /** 完成期限，例如 2020；每年都有的目标为空。 */
  readonly dueOn?: Maybe<Scalars['PartialDate']['output']>;
  /** 出处，例如 辽政办发〔2016〕64号 一。 */
  readonly clause?: Maybe<Scalars['String']['output']>;
  /** 由入库数据测得的数值，例如 "18"。没有资源库记载时为空。 */
  readonly measured?: Maybe<Scalars['Decimal']['output']>;
  /** 怎样测得，例如 已备案、运行和评估合格的经典联盟数。没有资源库记载时为空。 */
  readonly method?: Maybe<Scalars['String']['output']>;
  /** 测得的数值属于什么时间：存量为数据截至日，流量为年份或季度。例如 2023-12-15。 */
  readonly period?: Maybe<Scalars['String']['output']>;
};

/** 目标值的口径。例如 AT_LEAST。 */
export type GraphIndicatorComparator =
  /** 至少。文件用语为“以上”“不低于”“至少”。 */
  | 'AT_LEAST'
  /** 左右。 */
  | 'APPROXIMATE'
  /** 多于。文件用语为“余”。 */
  | 'MORE_THAN'
  /** 预期。文件用语为“预计”“达到”。 */
  | 'EXPECTED'
  /** 正好。文件只写数字。 */
  | 'EXACT';

/** 分页信息，遵循 Relay 约定。例如 hasNextPage: true。 */
export type GraphPageInfo = {
  readonly __typename?: 'PageInfo';
  /** 后面是否还有，例如 true。 */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** 前面是否还有，例如 false。 */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** 本页第一条的游标。本页为空时为空。例如可传给 before。 */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
  /** 本页最后一条的游标。本页为空时为空。例如可传给 after。 */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/** 金额或数值区间，单位与字段相同，两端都含。例如 {gte: "100000"}。 */
export type GraphDecimalRange = {
  /** 不小于，例如 "100000"。 */
  readonly gte?: InputMaybe<Scalars['Decimal']['input']>;
  /** 不大于，例如 "200000"。 */
  readonly lte?: InputMaybe<Scalars['Decimal']['input']>;
};

/** 日期区间，两端都含，可以只给到年或月。例如 {gte: "2023", lte: "2023-06"}。 */
export type GraphPartialDateRange = {
  /** 不早于，例如 2023。 */
  readonly gte?: InputMaybe<Scalars['PartialDate']['input']>;
  /** 不晚于，例如 2023-06。 */
  readonly lte?: InputMaybe<Scalars['PartialDate']['input']>;
};

export type GraphQuery = {
  readonly __typename?: 'Query';
  /** 辽宁的校企协同创新联盟。例如 lnAlliances(filter: {kind: [BACKBONE]}, first: 20)。 */
  readonly lnAlliances?: Maybe<GraphLnAllianceConnection>;
  /** 辽宁的校企合作协议及其备案。例如 lnAgreements(filter: {filed: false}, first: 20)。 */
  readonly lnAgreements?: Maybe<GraphLnAgreementConnection>;
  /** 辽宁的产学研合作对接会。例如 lnFairs(filter: {scale: [LARGE]}, first: 20)。 */
  readonly lnFairs?: Maybe<GraphLnFairConnection>;
  /** 辽宁的高等院校—城市研究院。例如 lnInstitutes(filter: {region: ["210200"]}, first: 20)。 */
  readonly lnInstitutes?: Maybe<GraphLnInstituteConnection>;
  /** 辽宁高校专家进企业的记录。例如 lnVisits(filter: {year: ["2023"]}, first: 20)。 */
  readonly lnVisits?: Maybe<GraphLnVisitConnection>;
  /** 辽宁省实施意见中的目标与进度，按文件次序。总数与分项按文件原样给出，不凑合计。例如 lnIndicators { code target unallocated measured }。依据辽政办发〔2016〕64号。 */
  readonly lnIndicators?: Maybe<ReadonlyArray<GraphIndicator>>;
};


export type GraphQuery_LnAlliancesArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<GraphLnAllianceFilter>;
  orderBy?: InputMaybe<ReadonlyArray<GraphLnAllianceOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  restricted?: InputMaybe<Scalars['Boolean']['input']>;
};


export type GraphQuery_LnAgreementsArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<GraphLnAgreementFilter>;
  orderBy?: InputMaybe<ReadonlyArray<GraphLnAgreementOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  restricted?: InputMaybe<Scalars['Boolean']['input']>;
};


export type GraphQuery_LnFairsArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<GraphLnFairFilter>;
  orderBy?: InputMaybe<ReadonlyArray<GraphLnFairOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  restricted?: InputMaybe<Scalars['Boolean']['input']>;
};


export type GraphQuery_LnInstitutesArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<GraphLnInstituteFilter>;
  orderBy?: InputMaybe<ReadonlyArray<GraphLnInstituteOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  restricted?: InputMaybe<Scalars['Boolean']['input']>;
};


export type GraphQuery_LnVisitsArgs = {
  filter?: InputMaybe<GraphLnVisitFilter>;
  orderBy?: InputMaybe<ReadonlyArray<GraphLnVisitOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  restricted?: InputMaybe<Scalars['Boolean']['input']>;
};

/** 资源库。例如 辽宁校企联盟库。 */
export type GraphLibrary = {
  readonly __typename?: 'Library';
  /** 资源库编号，例如 ln-alliance。 */
  readonly id: Scalars['ID']['output'];
};

/** 单位。例如 联盟的成员企业。 */
export type GraphOrganization = {
  readonly __typename?: 'Organization';
  /** 单位的 id，例如 organization:91210200MAYYL4C1XG。 */
  readonly id: Scalars['ID']['output'];
  /** 这家单位参加的辽宁校企联盟，按 id 排序。例如 alliances(first: 10)。 */
  readonly alliances?: Maybe<GraphLnRelatedAllianceConnection>;
};


/** 单位。例如 联盟的成员企业。 */
export type GraphOrganization_AlliancesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** 校企协同创新联盟。例如 大连石油化工城市联盟。依据辽政办发〔2016〕64号二(四)至(六)。 */
export type GraphLnAlliance = {
  readonly __typename?: 'LnAlliance';
  /** 全局唯一的 id，例如 ln-alliance:LM000007。 */
  readonly id: Scalars['ID']['output'];
  /** 来源库内部的编号，例如 LM000007。 */
  readonly localId: Scalars['String']['output'];
  /** 所属资源库，例如 辽宁校企联盟库。 */
  readonly library: GraphLibrary;
  /** 资源库所属的省，例如 LIAONING。 */
  readonly province?: Maybe<GraphProvince>;
  /** 出处，例如 LM_XX.csv 第 9 行。 */
  readonly provenance: GraphProvenance;
  /** 入库检查时存疑之处，例如 ALLIANCE_MODE_MEMBER_MISMATCH。 */
  readonly flags: ReadonlyArray<GraphFlag>;
  /** 联盟名称，例如 大连新一代信息技术骨干企业联盟。 */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** 联盟类别，例如 BACKBONE。依据辽政办发〔2016〕64号。 */
  readonly kind?: Maybe<GraphLnAllianceKind>;
  /** 面向的产业，例如 INDUSTRY。 */
  readonly sector?: Maybe<GraphLnSector>;
  /** 合作模式：几所高校对几家企业，例如 MANY_ONE。与成员不符时见 flags 中的 ALLIANCE_MODE_MEMBER_MISMATCH。 */
  readonly mode?: Maybe<GraphLnAllianceMode>;
  /** 牵头单位。凭统一社会信用代码或省级平台的单位号对应；对应不上时为空，见 leadText。例如 organization:10141。 */
  readonly lead?: Maybe<GraphOrganization>;
  /** 牵头单位的名称；没有名称时为来源的单位号。例如 大连理工大学。 */
  readonly leadText?: Maybe<Scalars['String']['output']>;
  /** 各成员单位，牵头单位在前。例如 3 个成员。 */
  readonly members?: Maybe<ReadonlyArray<GraphLnAllianceMember>>;
  /** 所在城市，例如 210200 大连市。 */
  readonly region?: Maybe<GraphCodedValue>;
  /** 合作协议的编号，来源原文，例如 XY000007。 */
  readonly agreementNumber?: Maybe<Scalars['String']['output']>;
  /** 合作协议。编号对应不上时为空。例如 ln-agreement:XY000007。 */
  readonly agreement?: Maybe<GraphLnAgreement>;
  /** 备案日期，例如 2018-10-03。未备案时为空。 */
  readonly filedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** 是否有备案日期，例如 true。 */
  readonly isFiled?: Maybe<Scalars['Boolean']['output']>;
  /** 状态，例如 ACTIVE。 */
  readonly status?: Maybe<GraphLnAllianceStatus>;
  /** 来源写的状态，例如 运行。 */
  readonly statusText?: Maybe<Scalars['String']['output']>;
};

/** 联盟的一个成员单位。例如 大连理工大学，牵头。 */
export type GraphLnAllianceMember = {
  readonly __typename?: 'LnAllianceMember';
  /** 成员单位。凭统一社会信用代码或省级平台的单位号对应；对应不上时为空，见 organizationText。例如 organization:10141。 */
  readonly organization?: Maybe<GraphOrganization>;
  /** 成员单位的名称；没有名称时为来源的单位号。例如 大连理工大学。 */
  readonly organizationText?: Maybe<Scalars['String']['output']>;
  /** 单位类型，来源原文：高校、企业、政府或其他。例如 高校。 */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** 角色，例如 LEAD。 */
  readonly role?: Maybe<GraphLnAllianceRole>;
  /** 加入日期，例如 2019-07-03。 */
  readonly joinedOn?: Maybe<Scalars['PartialDate']['output']>;
};

/** 联盟类别。例如 CLASSIC。依据辽政办发〔2016〕64号二(四)至(六)。 */
export type GraphLnAllianceKind =
  /** 经典联盟。面向中小微企业。 */
  | 'CLASSIC'
  /** 骨干联盟。面向三次产业的大中型骨干企业。 */
  | 'BACKBONE'
  /** 城市联盟。以地方政府为主导。 */
  | 'CITY';

/** 联盟面向的产业。例如 AGRICULTURE。 */
export type GraphLnSector =
  /** 工业。 */
  | 'INDUSTRY'
  /** 农业。 */
  | 'AGRICULTURE'
  /** 现代服务业。 */
  | 'SERVICE';

/** 联盟的合作模式。例如 ONE_MANY。依据辽政办发〔2016〕64号。 */
export type GraphLnAllianceMode =
  /** 一校对一企。 */
  | 'ONE_ONE'
  /** 一校对多企。 */
  | 'ONE_MANY'
  /** 多校对一企。 */
  | 'MANY_ONE'
  /** 多校对多企。 */
  | 'MANY_MANY';

/** 联盟的状态。例如 FILED。 */
export type GraphLnAllianceStatus =
  /** 意向。 */
  | 'INTENDED'
  /** 已签约。 */
  | 'SIGNED'
  /** 已备案。 */
  | 'FILED'
  /** 运行。 */
  | 'ACTIVE'
  /** 评估合格。 */
  | 'EVALUATED'
  /** 终止。 */
  | 'ENDED';

/** 成员在联盟中的角色。例如 LEAD。 */
export type GraphLnAllianceRole =
  /** 牵头单位。 */
  | 'LEAD'
  /** 成员单位。 */
  | 'MEMBER';

/** 联盟的筛选条件，各项之间为“且”，列表内为“或”。例如 {kind: [CITY], filed: false}。 */
export type GraphLnAllianceFilter = {
  /** 资源库编号，例如 ["ln-alliance"]。 */
  readonly library?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 联盟类别，例如 [CLASSIC]。 */
  readonly kind?: InputMaybe<ReadonlyArray<GraphLnAllianceKind>>;
  /** 面向的产业，例如 [INDUSTRY]。 */
  readonly sector?: InputMaybe<ReadonlyArray<GraphLnSector>>;
  /** 合作模式，例如 [MANY_MANY]。 */
  readonly mode?: InputMaybe<ReadonlyArray<GraphLnAllianceMode>>;
  /** 地区代码，可只给省或市，例如 ["210200"]。 */
  readonly region?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 状态，例如 [ACTIVE]。 */
  readonly status?: InputMaybe<ReadonlyArray<GraphLnAllianceStatus>>;
  /** 是否已备案，例如 false。 */
  readonly filed?: InputMaybe<Scalars['Boolean']['input']>;
  /** 质量标记的代码，例如 ["ALLIANCE_MODE_MEMBER_MISMATCH"]。 */
  readonly flag?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 备案日期区间，例如 {gte: "2018"}。 */
  readonly filedOn?: InputMaybe<GraphPartialDateRange>;
};

/** 联盟的一项排序。例如 {field: FILED_ON, direction: DESC}。 */
export type GraphLnAllianceOrder = {
  /** 按什么排，例如 FILED_ON。 */
  readonly field: GraphLnAllianceOrderField;
  /** 方向，默认 ASC。例如 DESC。 */
  readonly direction?: GraphSortDirection;
};

/** 联盟可以按什么排序。例如 FILED_ON。 */
export type GraphLnAllianceOrderField =
  /** 备案日期。未知的排在最后。 */
  | 'FILED_ON'
  /** 名称。按拼音。 */
  | 'NAME';

/** 联盟的统计维度。例如 KIND。 */
export type GraphLnAllianceFacet =
  /** 联盟类别。 */
  | 'KIND'
  /** 面向的产业。 */
  | 'SECTOR'
  /** 合作模式。 */
  | 'MODE'
  /** 所在城市。 */
  | 'REGION'
  /** 状态。 */
  | 'STATUS'
  /** 年份。按备案日期。 */
  | 'YEAR';

/** 联盟列表的一页，以及总数、统计和来源库的状态。例如 totalCount: 30。 */
export type GraphLnAllianceConnection = {
  readonly __typename?: 'LnAllianceConnection';
  /** 本页各条及其游标，例如 cursor 与 node。 */
  readonly edges: ReadonlyArray<GraphLnAllianceEdge>;
  /** 本页各个联盟，例如 first: 20 时最多 20 条。 */
  readonly nodes: ReadonlyArray<GraphLnAlliance>;
  /** 分页信息，例如 hasNextPage: true。 */
  readonly pageInfo: GraphPageInfo;
  /** 符合条件的总数，例如 30。超过时限时为空。 */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  /** 分面统计，每个维度不受自己的筛选影响。例如 facets(by: [KIND, REGION])。超过时限时为空。 */
  readonly facets?: Maybe<ReadonlyArray<GraphFacet>>;
  /** 参与本列表的来源库的状态，例如 ln-alliance OK。 */
  readonly sources: ReadonlyArray<GraphSourceStatus>;
  /** 来源库是否都已应答，例如 true。 */
  readonly complete: Scalars['Boolean']['output'];
};


/** 联盟列表的一页，以及总数、统计和来源库的状态。例如 totalCount: 30。 */
export type GraphLnAllianceConnection_FacetsArgs = {
  by: ReadonlyArray<GraphLnAllianceFacet>;
};

/** 某条记录名下的联盟，按 id 排序。例如 totalCount: 30。 */
export type GraphLnRelatedAllianceConnection = {
  readonly __typename?: 'LnRelatedAllianceConnection';
  /** 本页各条及其游标，例如 cursor 与 node。 */
  readonly edges: ReadonlyArray<GraphLnAllianceEdge>;
  /** 本页各个联盟，例如 first: 20 时最多 20 条。 */
  readonly nodes: ReadonlyArray<GraphLnAlliance>;
  /** 分页信息，例如 hasNextPage: true。 */
  readonly pageInfo: GraphPageInfo;
  /** 总数，例如 3。 */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** 列表中的一个联盟。例如 游标与相关度。 */
export type GraphLnAllianceEdge = {
  readonly __typename?: 'LnAllianceEdge';
  /** 这一条的游标，可传给 after 或 before，例如 after: "…"。 */
  readonly cursor: Scalars['String']['output'];
  /** 联盟，例如 ln-alliance:LM000007。 */
  readonly node: GraphLnAlliance;
  /** 相关度，仅在按相关度排序时有值，例如 0.6。 */
  readonly score?: Maybe<Scalars['Float']['output']>;
};

/** 校企合作协议。例如 丹东石油化工校企联盟合作协议。依据辽政办发〔2016〕64号二(四)2：签订后报省教育厅和有关部门备案。 */
export type GraphLnAgreement = {
  readonly __typename?: 'LnAgreement';
  /** 全局唯一的 id，例如 ln-agreement:XY000007。 */
  readonly id: Scalars['ID']['output'];
  /** 来源库内部的编号，例如 XY000007。 */
  readonly localId: Scalars['String']['output'];
  /** 所属资源库，例如 辽宁合作协议备案库。 */
  readonly library: GraphLibrary;
  /** 资源库所属的省，例如 LIAONING。 */
  readonly province?: Maybe<GraphProvince>;
  /** 出处，例如 XY_BA.csv 第 8 行。 */
  readonly provenance: GraphProvenance;
  /** 入库检查时存疑之处，例如 AGREEMENT_NOT_FILED。 */
  readonly flags: ReadonlyArray<GraphFlag>;
  /** 协议名称，例如 大连新一代信息技术骨干企业联盟合作协议。 */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** 甲方。凭统一社会信用代码或省级平台的单位号对应；对应不上时为空，见 partyAText。例如 organization:91210200MAYYL4C1XG。 */
  readonly partyA?: Maybe<GraphOrganization>;
  /** 甲方的名称；没有名称时为来源的单位号。例如 91210200MAYYL4C1XG。 */
  readonly partyAText?: Maybe<Scalars['String']['output']>;
  /** 乙方。凭统一社会信用代码或省级平台的单位号对应；对应不上时为空，见 partyBText。例如 organization:10141。 */
  readonly partyB?: Maybe<GraphOrganization>;
  /** 乙方的名称；没有名称时为来源的单位号。例如 大连理工大学。 */
  readonly partyBText?: Maybe<Scalars['String']['output']>;
  /** 在哪场对接会上签订。编号对应不上时为空。例如 ln-fair:DJH20230018。 */
  readonly fair?: Maybe<GraphLnFair>;
  /** 合同金额，单位为元，例如 "2420000"。单位不明而无法理解时为空。 */
  readonly amount?: Maybe<Scalars['Decimal']['output']>;
  /** 来源写的合同金额，例如 242万元。 */
  readonly amountText?: Maybe<Scalars['String']['output']>;
  /** 是否已备案：有备案号或备案日期。例如 false。 */
  readonly isFiled?: Maybe<Scalars['Boolean']['output']>;
  /** 备案单位，例如 辽宁省教育厅。 */
  readonly filedWith?: Maybe<Scalars['String']['output']>;
  /** 备案号，例如 辽教备〔2018〕1号。 */
  readonly filingNumber?: Maybe<Scalars['String']['output']>;
  /** 备案日期，例如 2018-06-05。 */
  readonly filedOn?: Maybe<Scalars['PartialDate']['output']>;
};

/** 合作协议的筛选条件，各项之间为“且”，列表内为“或”。例如 {filed: false}。 */
export type GraphLnAgreementFilter = {
  /** 资源库编号，例如 ["ln-agreement"]。 */
  readonly library?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 是否已备案，例如 false。 */
  readonly filed?: InputMaybe<Scalars['Boolean']['input']>;
  /** 对接会，例如 ["ln-fair:DJH20230018"]。 */
  readonly fair?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 任一方单位，例如 ["organization:91210200MAYYL4C1XG"]。 */
  readonly party?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 合同金额区间，单位为元，例如 {gte: "1000000"}。 */
  readonly amount?: InputMaybe<GraphDecimalRange>;
  /** 备案日期区间，例如 {gte: "2020"}。 */
  readonly filedOn?: InputMaybe<GraphPartialDateRange>;
};

/** 合作协议的一项排序。例如 {field: AMOUNT, direction: DESC}。 */
export type GraphLnAgreementOrder = {
  /** 按什么排，例如 AMOUNT。 */
  readonly field: GraphLnAgreementOrderField;
  /** 方向，默认 ASC。例如 DESC。 */
  readonly direction?: GraphSortDirection;
};

/** 合作协议可以按什么排序。例如 AMOUNT。 */
export type GraphLnAgreementOrderField =
  /** 合同金额。未知的排在最后。 */
  | 'AMOUNT'
  /** 备案日期。未知的排在最后。 */
  | 'FILED_ON'
  /** 名称。按拼音。 */
  | 'NAME';

/** 合作协议的统计维度。例如 FILED_WITH。 */
export type GraphLnAgreementFacet =
  /** 备案单位。 */
  | 'FILED_WITH'
  /** 年份。按备案日期。 */
  | 'YEAR';

/** 合作协议列表的一页，以及总数、统计和来源库的状态。例如 totalCount: 30。 */
export type GraphLnAgreementConnection = {
  readonly __typename?: 'LnAgreementConnection';
  /** 本页各条及其游标，例如 cursor 与 node。 */
  readonly edges: ReadonlyArray<GraphLnAgreementEdge>;
  /** 本页各份合作协议，例如 first: 20 时最多 20 条。 */
  readonly nodes: ReadonlyArray<GraphLnAgreement>;
  /** 分页信息，例如 hasNextPage: true。 */
  readonly pageInfo: GraphPageInfo;
  /** 符合条件的总数，例如 30。超过时限时为空。 */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  /** 分面统计，每个维度不受自己的筛选影响。例如 facets(by: [FILED_WITH])。超过时限时为空。 */
  readonly facets?: Maybe<ReadonlyArray<GraphFacet>>;
  /** 参与本列表的来源库的状态，例如 ln-agreement OK。 */
  readonly sources: ReadonlyArray<GraphSourceStatus>;
  /** 来源库是否都已应答，例如 true。 */
  readonly complete: Scalars['Boolean']['output'];
};


/** 合作协议列表的一页，以及总数、统计和来源库的状态。例如 totalCount: 30。 */
export type GraphLnAgreementConnection_FacetsArgs = {
  by: ReadonlyArray<GraphLnAgreementFacet>;
};

/** 某条记录名下的合作协议，按 id 排序。例如 totalCount: 30。 */
export type GraphLnRelatedAgreementConnection = {
  readonly __typename?: 'LnRelatedAgreementConnection';
  /** 本页各条及其游标，例如 cursor 与 node。 */
  readonly edges: ReadonlyArray<GraphLnAgreementEdge>;
  /** 本页各份合作协议，例如 first: 20 时最多 20 条。 */
  readonly nodes: ReadonlyArray<GraphLnAgreement>;
  /** 分页信息，例如 hasNextPage: true。 */
  readonly pageInfo: GraphPageInfo;
  /** 总数，例如 3。 */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** 列表中的一份合作协议。例如 游标与相关度。 */
export type GraphLnAgreementEdge = {
  readonly __typename?: 'LnAgreementEdge';
  /** 这一条的游标，可传给 after 或 before，例如 after: "…"。 */
  readonly cursor: Scalars['String']['output'];
  /** 合作协议，例如 ln-agreement:XY000007。 */
  readonly node: GraphLnAgreement;
  /** 相关度，仅在按相关度排序时有值，例如 0.6。 */
  readonly score?: Maybe<Scalars['Float']['output']>;
};

/** 产学研合作对接会。例如 2023沈阳大型产学研合作对接会。依据辽政办发〔2016〕64号二(四)2。 */
export type GraphLnFair = {
  readonly __typename?: 'LnFair';
  /** 全局唯一的 id，例如 ln-fair:DJH20230001。 */
  readonly id: Scalars['ID']['output'];
  /** 来源库内部的编号，例如 DJH20230001。 */
  readonly localId: Scalars['String']['output'];
  /** 所属资源库，例如 辽宁产学研对接会库。 */
  readonly library: GraphLibrary;
  /** 资源库所属的省，例如 LIAONING。 */
  readonly province?: Maybe<GraphProvince>;
  /** 出处，例如 DJH_XX.csv 第 3 行。 */
  readonly provenance: GraphProvenance;
  /** 入库检查时存疑之处，例如 DATE_INVALID。 */
  readonly flags: ReadonlyArray<GraphFlag>;
  /** 对接会名称，例如 2023沈阳大型产学研合作对接会。 */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** 规模，例如 LARGE。 */
  readonly scale?: Maybe<GraphLnFairScale>;
  /** 举办城市，例如 210100 沈阳市。 */
  readonly region?: Maybe<GraphCodedValue>;
  /** 举办日期，例如 2023-08-25。 */
  readonly heldOn?: Maybe<Scalars['PartialDate']['output']>;
  /** 参会单位数，例如 171。 */
  readonly attendees?: Maybe<Scalars['Int']['output']>;
  /** 会上签订的合作协议，按 id 排序。例如 agreements(first: 10)。 */
  readonly agreements?: Maybe<GraphLnRelatedAgreementConnection>;
};


/** 产学研合作对接会。例如 2023沈阳大型产学研合作对接会。依据辽政办发〔2016〕64号二(四)2。 */
export type GraphLnFair_AgreementsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** 对接会的规模。例如 LARGE。 */
export type GraphLnFairScale =
  /** 大型。每年每市一次。 */
  | 'LARGE'
  /** 小型。 */
  | 'SMALL'
  /** 专题。 */
  | 'SPECIAL';

/** 对接会的筛选条件，各项之间为“且”，列表内为“或”。例如 {scale: [LARGE], heldOn: {gte: "2023"}}。 */
export type GraphLnFairFilter = {
  /** 资源库编号，例如 ["ln-fair"]。 */
  readonly library?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 规模，例如 [LARGE]。 */
  readonly scale?: InputMaybe<ReadonlyArray<GraphLnFairScale>>;
  /** 地区代码，可只给省或市，例如 ["210100"]。 */
  readonly region?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 举办日期区间，例如 {gte: "2023"}。 */
  readonly heldOn?: InputMaybe<GraphPartialDateRange>;
};

/** 对接会的一项排序。例如 {field: HELD_ON, direction: DESC}。 */
export type GraphLnFairOrder = {
  /** 按什么排，例如 HELD_ON。 */
  readonly field: GraphLnFairOrderField;
  /** 方向，默认 ASC。例如 DESC。 */
  readonly direction?: GraphSortDirection;
};

/** 对接会可以按什么排序。例如 HELD_ON。 */
export type GraphLnFairOrderField =
  /** 举办日期。未知的排在最后。 */
  | 'HELD_ON'
  /** 名称。按拼音。 */
  | 'NAME';

/** 对接会的统计维度。例如 SCALE。 */
export type GraphLnFairFacet =
  /** 规模。 */
  | 'SCALE'
  /** 举办城市。 */
  | 'REGION'
  /** 年份。按举办日期。 */
  | 'YEAR';

/** 对接会列表的一页，以及总数、统计和来源库的状态。例如 totalCount: 30。 */
export type GraphLnFairConnection = {
  readonly __typename?: 'LnFairConnection';
  /** 本页各条及其游标，例如 cursor 与 node。 */
  readonly edges: ReadonlyArray<GraphLnFairEdge>;
  /** 本页各场对接会，例如 first: 20 时最多 20 条。 */
  readonly nodes: ReadonlyArray<GraphLnFair>;
  /** 分页信息，例如 hasNextPage: true。 */
  readonly pageInfo: GraphPageInfo;
  /** 符合条件的总数，例如 30。超过时限时为空。 */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  /** 分面统计，每个维度不受自己的筛选影响。例如 facets(by: [SCALE, REGION])。超过时限时为空。 */
  readonly facets?: Maybe<ReadonlyArray<GraphFacet>>;
  /** 参与本列表的来源库的状态，例如 ln-fair OK。 */
  readonly sources: ReadonlyArray<GraphSourceStatus>;
  /** 来源库是否都已应答，例如 true。 */
  readonly complete: Scalars['Boolean']['output'];
};


/** 对接会列表的一页，以及总数、统计和来源库的状态。例如 totalCount: 30。 */
export type GraphLnFairConnection_FacetsArgs = {
  by: ReadonlyArray<GraphLnFairFacet>;
};

/** 列表中的一场对接会。例如 游标与相关度。 */
export type GraphLnFairEdge = {
  readonly __typename?: 'LnFairEdge';
  /** 这一条的游标，可传给 after 或 before，例如 after: "…"。 */
  readonly cursor: Scalars['String']['output'];
  /** 对接会，例如 ln-fair:DJH20230001。 */
  readonly node: GraphLnFair;
  /** 相关度，仅在按相关度排序时有值，例如 0.6。 */
  readonly score?: Maybe<Scalars['Float']['output']>;
};

/** 高等院校—城市研究院。例如 大连理工大学大连研究院。依据辽政办发〔2016〕64号二(六)1。 */
export type GraphLnInstitute = {
  readonly __typename?: 'LnInstitute';
  /** 全局唯一的 id，例如 ln-institute:YJY002。 */
  readonly id: Scalars['ID']['output'];
  /** 来源库内部的编号，例如 YJY002。 */
  readonly localId: Scalars['String']['output'];
  /** 所属资源库，例如 辽宁高校城市研究院库。 */
  readonly library: GraphLibrary;
  /** 资源库所属的省，例如 LIAONING。 */
  readonly province?: Maybe<GraphProvince>;
  /** 出处，例如 CSYJY.csv 第 4 行。 */
  readonly provenance: GraphProvenance;
  /** 入库检查时存疑之处，例如 DATE_INVALID。 */
  readonly flags: ReadonlyArray<GraphFlag>;
  /** 研究院名称，例如 大连理工大学大连研究院。 */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** 依托高校。凭省级平台的单位号对应；对应不上时为空，见 organizationText。例如 organization:10141。 */
  readonly organization?: Maybe<GraphOrganization>;
  /** 依托高校的名称；没有名称时为来源的单位号。例如 大连理工大学。 */
  readonly organizationText?: Maybe<Scalars['String']['output']>;
  /** 所在城市，例如 210200 大连市。 */
  readonly region?: Maybe<GraphCodedValue>;
  /** 成立日期，例如 2020-07-23。 */
  readonly foundedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** 分院数，例如 2。 */
  readonly branches?: Maybe<Scalars['Int']['output']>;
};

/** 研究院的筛选条件，各项之间为“且”，列表内为“或”。例如 {region: ["210200"]}。 */
export type GraphLnInstituteFilter = {
  /** 资源库编号，例如 ["ln-institute"]。 */
  readonly library?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 依托高校，例如 ["organization:10141"]。 */
  readonly organization?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 地区代码，可只给省或市，例如 ["210200"]。 */
  readonly region?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 成立日期区间，例如 {gte: "2016"}。 */
  readonly foundedOn?: InputMaybe<GraphPartialDateRange>;
};

/** 研究院的一项排序。例如 {field: FOUNDED_ON, direction: DESC}。 */
export type GraphLnInstituteOrder = {
  /** 按什么排，例如 FOUNDED_ON。 */
  readonly field: GraphLnInstituteOrderField;
  /** 方向，默认 ASC。例如 DESC。 */
  readonly direction?: GraphSortDirection;
};

/** 研究院可以按什么排序。例如 FOUNDED_ON。 */
export type GraphLnInstituteOrderField =
  /** 成立日期。未知的排在最后。 */
  | 'FOUNDED_ON'
  /** 名称。按拼音。 */
  | 'NAME';

/** 研究院的统计维度。例如 REGION。 */
export type GraphLnInstituteFacet =
  /** 所在城市。 */
  | 'REGION'
  /** 年份。按成立日期。 */
  | 'YEAR';

/** 研究院列表的一页，以及总数、统计和来源库的状态。例如 totalCount: 30。 */
export type GraphLnInstituteConnection = {
  readonly __typename?: 'LnInstituteConnection';
  /** 本页各条及其游标，例如 cursor 与 node。 */
  readonly edges: ReadonlyArray<GraphLnInstituteEdge>;
  /** 本页各家研究院，例如 first: 20 时最多 20 条。 */
  readonly nodes: ReadonlyArray<GraphLnInstitute>;
  /** 分页信息，例如 hasNextPage: true。 */
  readonly pageInfo: GraphPageInfo;
  /** 符合条件的总数，例如 30。超过时限时为空。 */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  /** 分面统计，每个维度不受自己的筛选影响。例如 facets(by: [REGION])。超过时限时为空。 */
  readonly facets?: Maybe<ReadonlyArray<GraphFacet>>;
  /** 参与本列表的来源库的状态，例如 ln-institute OK。 */
  readonly sources: ReadonlyArray<GraphSourceStatus>;
  /** 来源库是否都已应答，例如 true。 */
  readonly complete: Scalars['Boolean']['output'];
};


/** 研究院列表的一页，以及总数、统计和来源库的状态。例如 totalCount: 30。 */
export type GraphLnInstituteConnection_FacetsArgs = {
  by: ReadonlyArray<GraphLnInstituteFacet>;
};

/** 列表中的一家研究院。例如 游标与相关度。 */
export type GraphLnInstituteEdge = {
  readonly __typename?: 'LnInstituteEdge';
  /** 这一条的游标，可传给 after 或 before，例如 after: "…"。 */
  readonly cursor: Scalars['String']['output'];
  /** 研究院，例如 ln-institute:YJY002。 */
  readonly node: GraphLnInstitute;
  /** 相关度，仅在按相关度排序时有值，例如 0.6。 */
  readonly score?: Maybe<Scalars['Float']['output']>;
};

/** 科技人员。例如 进企业的专家。 */
export type GraphTalent = {
  readonly __typename?: 'Talent';
  /** 科技人员的 id，例如 ln-talent:LNRC101450001。 */
  readonly id: Scalars['ID']['output'];
  /** 这位专家进辽宁企业的记录，按 id 排序。例如 visits(first: 10)。 */
  readonly visits?: Maybe<GraphLnRelatedVisitConnection>;
};


/** 科技人员。例如 进企业的专家。 */
export type GraphTalent_VisitsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** 专家进企业：一位专家一年中到一家企业的人次。例如 2023 年 6 人次。依据辽政办发〔2016〕64号二(四)3。 */
export type GraphLnVisit = {
  readonly __typename?: 'LnVisit';
  /** 全局唯一的 id，例如 ln-visit:k-5d1c。 */
  readonly id: Scalars['ID']['output'];
  /** 来源库内部的编号，例如 k-5d1c。 */
  readonly localId: Scalars['String']['output'];
  /** 所属资源库，例如 辽宁专家进企库。 */
  readonly library: GraphLibrary;
  /** 资源库所属的省，例如 LIAONING。 */
  readonly province?: Maybe<GraphProvince>;
  /** 出处，例如 ZJJQ.csv 第 7 行。 */
  readonly provenance: GraphProvenance;
  /** 入库检查时存疑之处，例如 USCC_CHECKSUM。 */
  readonly flags: ReadonlyArray<GraphFlag>;
  /** 专家，例如 ln-talent:LNRC101460001。 */
  readonly talent?: Maybe<GraphTalent>;
  /** 企业。凭统一社会信用代码对应。例如 organization:91210700MAYYL4B802。 */
  readonly enterprise?: Maybe<GraphOrganization>;
  /** 年份，例如 2023。 */
  readonly year?: Maybe<Scalars['String']['output']>;
  /** 人次，例如 6。 */
  readonly visits?: Maybe<Scalars['Int']['output']>;
  /** 是否共建研发机构，例如 true。 */
  readonly hasJointBody?: Maybe<Scalars['Boolean']['output']>;
};

/** 进企记录的筛选条件，各项之间为“且”，列表内为“或”。例如 {year: ["2023"], hasJointBody: true}。 */
export type GraphLnVisitFilter = {
  /** 资源库编号，例如 ["ln-visit"]。 */
  readonly library?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 年份，例如 ["2023"]。 */
  readonly year?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 企业，例如 ["organization:91210700MAYYL4B802"]。 */
  readonly enterprise?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 是否共建研发机构，例如 true。 */
  readonly hasJointBody?: InputMaybe<Scalars['Boolean']['input']>;
};

/** 进企记录的一项排序。例如 {field: YEAR, direction: DESC}。 */
export type GraphLnVisitOrder = {
  /** 按什么排，例如 YEAR。 */
  readonly field: GraphLnVisitOrderField;
  /** 方向，默认 ASC。例如 DESC。 */
  readonly direction?: GraphSortDirection;
};

/** 进企记录可以按什么排序。例如 YEAR。 */
export type GraphLnVisitOrderField =
  /** 年份。未知的排在最后。 */
  | 'YEAR';

/** 进企记录的统计维度。例如 YEAR。 */
export type GraphLnVisitFacet =
  /** 年份。 */
  | 'YEAR';

/** 进企记录列表的一页，以及总数、统计和来源库的状态。例如 totalCount: 30。 */
export type GraphLnVisitConnection = {
  readonly __typename?: 'LnVisitConnection';
  /** 本页各条及其游标，例如 cursor 与 node。 */
  readonly edges: ReadonlyArray<GraphLnVisitEdge>;
  /** 本页各条进企记录，例如 first: 20 时最多 20 条。 */
  readonly nodes: ReadonlyArray<GraphLnVisit>;
  /** 分页信息，例如 hasNextPage: true。 */
  readonly pageInfo: GraphPageInfo;
  /** 符合条件的总数，例如 30。超过时限时为空。 */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  /** 分面统计，每个维度不受自己的筛选影响。例如 facets(by: [YEAR])。超过时限时为空。 */
  readonly facets?: Maybe<ReadonlyArray<GraphFacet>>;
  /** 参与本列表的来源库的状态，例如 ln-visit OK。 */
  readonly sources: ReadonlyArray<GraphSourceStatus>;
  /** 来源库是否都已应答，例如 true。 */
  readonly complete: Scalars['Boolean']['output'];
};


/** 进企记录列表的一页，以及总数、统计和来源库的状态。例如 totalCount: 30。 */
export type GraphLnVisitConnection_FacetsArgs = {
  by: ReadonlyArray<GraphLnVisitFacet>;
};

/** 某条记录名下的进企记录，按 id 排序。例如 totalCount: 30。 */
export type GraphLnRelatedVisitConnection = {
  readonly __typename?: 'LnRelatedVisitConnection';
  /** 本页各条及其游标，例如 cursor 与 node。 */
  readonly edges: ReadonlyArray<GraphLnVisitEdge>;
  /** 本页各条进企记录，例如 first: 20 时最多 20 条。 */
  readonly nodes: ReadonlyArray<GraphLnVisit>;
  /** 分页信息，例如 hasNextPage: true。 */
  readonly pageInfo: GraphPageInfo;
  /** 总数，例如 3。 */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** 列表中的一条进企记录。例如 游标与记录。 */
export type GraphLnVisitEdge = {
  readonly __typename?: 'LnVisitEdge';
  /** 这一条的游标，可传给 after 或 before，例如 after: "…"。 */
  readonly cursor: Scalars['String']['output'];
  /** 进企记录，例如 ln-visit:k-5d1c。 */
  readonly node: GraphLnVisit;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type GraphFederationTypes = {
  Organization: GraphOrganization;
  LnAlliance: GraphLnAlliance;
  LnAgreement: GraphLnAgreement;
  LnFair: GraphLnFair;
  LnInstitute: GraphLnInstitute;
  Talent: GraphTalent;
  LnVisit: GraphLnVisit;
};

/** Mapping of federation reference types */
export type GraphFederationReferenceTypes = {
  Organization:
    ( { __typename: 'Organization' }
    & GraphQLRecursivePick<GraphFederationTypes['Organization'], {"id":true}> );
  LnAlliance:
    ( { __typename: 'LnAlliance' }
    & GraphQLRecursivePick<GraphFederationTypes['LnAlliance'], {"id":true}> );
  LnAgreement:
    ( { __typename: 'LnAgreement' }
    & GraphQLRecursivePick<GraphFederationTypes['LnAgreement'], {"id":true}> );
  LnFair:
    ( { __typename: 'LnFair' }
    & GraphQLRecursivePick<GraphFederationTypes['LnFair'], {"id":true}> );
  LnInstitute:
    ( { __typename: 'LnInstitute' }
    & GraphQLRecursivePick<GraphFederationTypes['LnInstitute'], {"id":true}> );
  Talent:
    ( { __typename: 'Talent' }
    & GraphQLRecursivePick<GraphFederationTypes['Talent'], {"id":true}> );
  LnVisit:
    ( { __typename: 'LnVisit' }
    & GraphQLRecursivePick<GraphFederationTypes['LnVisit'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type GraphResolversTypes = {
  SharingClass: ResolverTypeWrapper<any>;
  Decimal: ResolverTypeWrapper<any>;
  PartialDate: ResolverTypeWrapper<any>;
  DateTime: ResolverTypeWrapper<any>;
  Province: ResolverTypeWrapper<any>;
  SortDirection: ResolverTypeWrapper<any>;
  MatchStrength: ResolverTypeWrapper<any>;
  SourceState: ResolverTypeWrapper<any>;
  FlagSeverity: ResolverTypeWrapper<any>;
  Node: ResolverTypeWrapper<any>;
  ID: ResolverTypeWrapper<any>;
  Record: ResolverTypeWrapper<any>;
  String: ResolverTypeWrapper<any>;
  CodedValue: ResolverTypeWrapper<any>;
  Provenance: ResolverTypeWrapper<any>;
  Int: ResolverTypeWrapper<any>;
  Boolean: ResolverTypeWrapper<any>;
  Flag: ResolverTypeWrapper<any>;
  SourceStatus: ResolverTypeWrapper<any>;
  Facet: ResolverTypeWrapper<any>;
  FacetValue: ResolverTypeWrapper<any>;
  Indicator: ResolverTypeWrapper<any>;
  IndicatorComparator: ResolverTypeWrapper<any>;
  PageInfo: ResolverTypeWrapper<any>;
  DecimalRange: ResolverTypeWrapper<any>;
  PartialDateRange: ResolverTypeWrapper<any>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Library: ResolverTypeWrapper<any>;
  Organization: ResolverTypeWrapper<any>;
  LnAlliance: ResolverTypeWrapper<LnAlliance>;
  LnAllianceMember: ResolverTypeWrapper<LnAllianceMember>;
  LnAllianceKind: ResolverTypeWrapper<any>;
  LnSector: ResolverTypeWrapper<any>;
  LnAllianceMode: ResolverTypeWrapper<any>;
  LnAllianceStatus: ResolverTypeWrapper<any>;
  LnAllianceRole: ResolverTypeWrapper<any>;
  LnAllianceFilter: ResolverTypeWrapper<any>;
  LnAllianceOrder: ResolverTypeWrapper<any>;
  LnAllianceOrderField: ResolverTypeWrapper<any>;
  LnAllianceFacet: ResolverTypeWrapper<any>;
  LnAllianceConnection: ResolverTypeWrapper<any>;
  LnRelatedAllianceConnection: ResolverTypeWrapper<any>;
  LnAllianceEdge: ResolverTypeWrapper<any>;
  Float: ResolverTypeWrapper<any>;
  LnAgreement: ResolverTypeWrapper<LnAgreement>;
  LnAgreementFilter: ResolverTypeWrapper<any>;
  LnAgreementOrder: ResolverTypeWrapper<any>;
  LnAgreementOrderField: ResolverTypeWrapper<any>;
  LnAgreementFacet: ResolverTypeWrapper<any>;
  LnAgreementConnection: ResolverTypeWrapper<any>;
  LnRelatedAgreementConnection: ResolverTypeWrapper<any>;
  LnAgreementEdge: ResolverTypeWrapper<any>;
  LnFair: ResolverTypeWrapper<LnFair>;
  LnFairScale: ResolverTypeWrapper<any>;
  LnFairFilter: ResolverTypeWrapper<any>;
  LnFairOrder: ResolverTypeWrapper<any>;
  LnFairOrderField: ResolverTypeWrapper<any>;
  LnFairFacet: ResolverTypeWrapper<any>;
  LnFairConnection: ResolverTypeWrapper<any>;
  LnFairEdge: ResolverTypeWrapper<any>;
  LnInstitute: ResolverTypeWrapper<LnInstitute>;
  LnInstituteFilter: ResolverTypeWrapper<any>;
  LnInstituteOrder: ResolverTypeWrapper<any>;
  LnInstituteOrderField: ResolverTypeWrapper<any>;
  LnInstituteFacet: ResolverTypeWrapper<any>;
  LnInstituteConnection: ResolverTypeWrapper<any>;
  LnInstituteEdge: ResolverTypeWrapper<any>;
  Talent: ResolverTypeWrapper<any>;
  LnVisit: ResolverTypeWrapper<LnVisit>;
  LnVisitFilter: ResolverTypeWrapper<any>;
  LnVisitOrder: ResolverTypeWrapper<any>;
  LnVisitOrderField: ResolverTypeWrapper<any>;
  LnVisitFacet: ResolverTypeWrapper<any>;
  LnVisitConnection: ResolverTypeWrapper<any>;
  LnRelatedVisitConnection: ResolverTypeWrapper<any>;
  LnVisitEdge: ResolverTypeWrapper<any>;
};

/** Mapping between all available schema types and the resolvers parents */
export type GraphResolversParentTypes = {
  Decimal: any;
  PartialDate: any;
  DateTime: any;
  Node: any;
  ID: any;
  Record: any;
  String: any;
  CodedValue: any;
  Provenance: any;
  Int: any;
  Boolean: any;
  Flag: any;
  SourceStatus: any;
  Facet: any;
  FacetValue: any;
  Indicator: any;
  PageInfo: any;
  DecimalRange: any;
  PartialDateRange: any;
  Query: Record<PropertyKey, never>;
  Library: any;
  Organization: any;
  LnAlliance: LnAlliance;
  LnAllianceMember: LnAllianceMember;
  LnAllianceFilter: any;
  LnAllianceOrder: any;
  LnAllianceConnection: any;
  LnRelatedAllianceConnection: any;
  LnAllianceEdge: any;
  Float: any;
  LnAgreement: LnAgreement;
  LnAgreementFilter: any;
  LnAgreementOrder: any;
  LnAgreementConnection: any;
  LnRelatedAgreementConnection: any;
  LnAgreementEdge: any;
  LnFair: LnFair;
  LnFairFilter: any;
  LnFairOrder: any;
  LnFairConnection: any;
  LnFairEdge: any;
  LnInstitute: LnInstitute;
  LnInstituteFilter: any;
  LnInstituteOrder: any;
  LnInstituteConnection: any;
  LnInstituteEdge: any;
  Talent: any;
  LnVisit: LnVisit;
  LnVisitFilter: any;
  LnVisitOrder: any;
  LnVisitConnection: any;
  LnRelatedVisitConnection: any;
  LnVisitEdge: any;
};

export type GraphExportableDirectiveArgs = { };

export type GraphExportableDirectiveResolver<Result, Parent, ContextType = Context, Args = GraphExportableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type GraphSharingDirectiveArgs = {
  class: GraphSharingClass;
};

export type GraphSharingDirectiveResolver<Result, Parent, ContextType = Context, Args = GraphSharingDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface GraphDecimalScalarConfig extends GraphQLScalarTypeConfig<GraphResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export interface GraphPartialDateScalarConfig extends GraphQLScalarTypeConfig<GraphResolversTypes['PartialDate'], any> {
  name: 'PartialDate';
}

export interface GraphDateTimeScalarConfig extends GraphQLScalarTypeConfig<GraphResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type GraphNodeResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Node'] = GraphResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<null, ParentType, ContextType>;
};

export type GraphRecordResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Record'] = GraphResolversParentTypes['Record']> = {
  __resolveType: TypeResolveFn<null, ParentType, ContextType>;
};

export type GraphCodedValueResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['CodedValue'] = GraphResolversParentTypes['CodedValue']> = {
  scheme?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  label?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  labelEn?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  original?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  match?: Resolver<Maybe<GraphResolversTypes['MatchStrength']>, ParentType, ContextType>;
};

export type GraphProvenanceResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Provenance'] = GraphResolversParentTypes['Provenance']> = {
  release?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  file?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  sheet?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  row?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
  synthetic?: Resolver<GraphResolversTypes['Boolean'], ParentType, ContextType>;
};

export type GraphFlagResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Flag'] = GraphResolversParentTypes['Flag']> = {
  code?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<GraphResolversTypes['FlagSeverity'], ParentType, ContextType>;
  field?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  original?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  interpreted?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<GraphResolversTypes['ID']>, ParentType, ContextType>;
  ruleVersion?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  clause?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
};

export type GraphSourceStatusResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['SourceStatus'] = GraphResolversParentTypes['SourceStatus']> = {
  library?: Resolver<GraphResolversTypes['Library'], ParentType, ContextType>;
  status?: Resolver<GraphResolversTypes['SourceState'], ParentType, ContextType>;
  asOf?: Resolver<Maybe<GraphResolversTypes['DateTime']>, ParentType, ContextType>;
  rows?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
  release?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
};

export type GraphFacetResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Facet'] = GraphResolversParentTypes['Facet']> = {
  by?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<GraphResolversTypes['FacetValue']>, ParentType, ContextType>;
};

export type GraphFacetValueResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['FacetValue'] = GraphResolversParentTypes['FacetValue']> = {
  code?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  count?: Resolver<GraphResolversTypes['Int'], ParentType, ContextType>;
};

export type GraphIndicatorResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Indicator'] = GraphResolversParentTypes['Indicator']> = {
  code?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  province?: Resolver<Maybe<GraphResolversTypes['Province']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  target?: Resolver<Maybe<GraphResolversTypes['Decimal']>, ParentType, ContextType>;
  comparator?: Resolver<Maybe<GraphResolversTypes['IndicatorComparator']>, ParentType, ContextType>;
  unallocated?: Resolver<Maybe<GraphResolversTypes['Decimal']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<GraphResolversTypes['PartialDate']>, ParentType, ContextType>;
  clause?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  measured?: Resolver<Maybe<GraphResolversTypes['Decimal']>, ParentType, ContextType>;
  method?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  period?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
};

export type GraphPageInfoResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['PageInfo'] = GraphResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<GraphResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<GraphResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
};

export type GraphQueryResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Query'] = GraphResolversParentTypes['Query']> = {
  lnAlliances?: Resolver<Maybe<GraphResolversTypes['LnAllianceConnection']>, ParentType, ContextType, Partial<GraphQuery_LnAlliancesArgs>>;
  lnAgreements?: Resolver<Maybe<GraphResolversTypes['LnAgreementConnection']>, ParentType, ContextType, Partial<GraphQuery_LnAgreementsArgs>>;
  lnFairs?: Resolver<Maybe<GraphResolversTypes['LnFairConnection']>, ParentType, ContextType, Partial<GraphQuery_LnFairsArgs>>;
  lnInstitutes?: Resolver<Maybe<GraphResolversTypes['LnInstituteConnection']>, ParentType, ContextType, Partial<GraphQuery_LnInstitutesArgs>>;
  lnVisits?: Resolver<Maybe<GraphResolversTypes['LnVisitConnection']>, ParentType, ContextType, Partial<GraphQuery_LnVisitsArgs>>;
  lnIndicators?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['Indicator']>>, ParentType, ContextType>;
};

export type GraphLibraryResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Library'] = GraphResolversParentTypes['Library']> = {
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
};

export type GraphOrganizationResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Organization'] = GraphResolversParentTypes['Organization'], FederationReferenceType extends GraphFederationReferenceTypes['Organization'] = GraphFederationReferenceTypes['Organization']> = {
  __resolveReference?: ReferenceResolver<Maybe<GraphResolversTypes['Organization']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
  alliances?: Resolver<Maybe<GraphResolversTypes['LnRelatedAllianceConnection']>, ParentType, ContextType, Partial<GraphOrganization_AlliancesArgs>>;
};

export type GraphLnAllianceResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['LnAlliance'] = GraphResolversParentTypes['LnAlliance'], FederationReferenceType extends GraphFederationReferenceTypes['LnAlliance'] = GraphFederationReferenceTypes['LnAlliance']> = {
  __resolveReference?: ReferenceResolver<Maybe<GraphResolversTypes['LnAlliance']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
  localId?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  library?: Resolver<GraphResolversTypes['Library'], ParentType, ContextType>;
  province?: Resolver<Maybe<GraphResolversTypes['Province']>, ParentType, ContextType>;
  provenance?: Resolver<GraphResolversTypes['Provenance'], ParentType, ContextType>;
  flags?: Resolver<ReadonlyArray<GraphResolversTypes['Flag']>, ParentType, ContextType>;
  name?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<GraphResolversTypes['LnAllianceKind']>, ParentType, ContextType>;
  sector?: Resolver<Maybe<GraphResolversTypes['LnSector']>, ParentType, ContextType>;
  mode?: Resolver<Maybe<GraphResolversTypes['LnAllianceMode']>, ParentType, ContextType>;
  lead?: Resolver<Maybe<GraphResolversTypes['Organization']>, ParentType, ContextType>;
  leadText?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  members?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['LnAllianceMember']>>, ParentType, ContextType>;
  region?: Resolver<Maybe<GraphResolversTypes['CodedValue']>, ParentType, ContextType>;
  agreementNumber?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  agreement?: Resolver<Maybe<GraphResolversTypes['LnAgreement']>, ParentType, ContextType>;
  filedOn?: Resolver<Maybe<GraphResolversTypes['PartialDate']>, ParentType, ContextType>;
  isFiled?: Resolver<Maybe<GraphResolversTypes['Boolean']>, ParentType, ContextType>;
  status?: Resolver<Maybe<GraphResolversTypes['LnAllianceStatus']>, ParentType, ContextType>;
  statusText?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
};

export type GraphLnAllianceMemberResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['LnAllianceMember'] = GraphResolversParentTypes['LnAllianceMember']> = {
  organization?: Resolver<Maybe<GraphResolversTypes['Organization']>, ParentType, ContextType>;
  organizationText?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<Maybe<GraphResolversTypes['LnAllianceRole']>, ParentType, ContextType>;
  joinedOn?: Resolver<Maybe<GraphResolversTypes['PartialDate']>, ParentType, ContextType>;
};

export type GraphLnAllianceConnectionResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['LnAllianceConnection'] = GraphResolversParentTypes['LnAllianceConnection']> = {
  edges?: Resolver<ReadonlyArray<GraphResolversTypes['LnAllianceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<GraphResolversTypes['LnAlliance']>, ParentType, ContextType>;
  pageInfo?: Resolver<GraphResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
  facets?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['Facet']>>, ParentType, ContextType, RequireFields<GraphLnAllianceConnection_FacetsArgs, 'by'>>;
  sources?: Resolver<ReadonlyArray<GraphResolversTypes['SourceStatus']>, ParentType, ContextType>;
  complete?: Resolver<GraphResolversTypes['Boolean'], ParentType, ContextType>;
};

export type GraphLnRelatedAllianceConnectionResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['LnRelatedAllianceConnection'] = GraphResolversParentTypes['LnRelatedAllianceConnection']> = {
  edges?: Resolver<ReadonlyArray<GraphResolversTypes['LnAllianceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<GraphResolversTypes['LnAlliance']>, ParentType, ContextType>;
  pageInfo?: Resolver<GraphResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
};

export type GraphLnAllianceEdgeResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['LnAllianceEdge'] = GraphResolversParentTypes['LnAllianceEdge']> = {
  cursor?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<GraphResolversTypes['LnAlliance'], ParentType, ContextType>;
  score?: Resolver<Maybe<GraphResolversTypes['Float']>, ParentType, ContextType>;
};

export type GraphLnAgreementResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['LnAgreement'] = GraphResolversParentTypes['LnAgreement'], FederationReferenceType extends GraphFederationReferenceTypes['LnAgreement'] = GraphFederationReferenceTypes['LnAgreement']> = {
  __resolveReference?: ReferenceResolver<Maybe<GraphResolversTypes['LnAgreement']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
  localId?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  library?: Resolver<GraphResolversTypes['Library'], ParentType, ContextType>;
  province?: Resolver<Maybe<GraphResolversTypes['Province']>, ParentType, ContextType>;
  provenance?: Resolver<GraphResolversTypes['Provenance'], ParentType, ContextType>;
  flags?: Resolver<ReadonlyArray<GraphResolversTypes['Flag']>, ParentType, ContextType>;
  name?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  partyA?: Resolver<Maybe<GraphResolversTypes['Organization']>, ParentType, ContextType>;
  partyAText?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  partyB?: Resolver<Maybe<GraphResolversTypes['Organization']>, ParentType, ContextType>;
  partyBText?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  fair?: Resolver<Maybe<GraphResolversTypes['LnFair']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<GraphResolversTypes['Decimal']>, ParentType, ContextType>;
  amountText?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  isFiled?: Resolver<Maybe<GraphResolversTypes['Boolean']>, ParentType, ContextType>;
  filedWith?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  filingNumber?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  filedOn?: Resolver<Maybe<GraphResolversTypes['PartialDate']>, ParentType, ContextType>;
};

export type GraphLnAgreementConnectionResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['LnAgreementConnection'] = GraphResolversParentTypes['LnAgreementConnection']> = {
  edges?: Resolver<ReadonlyArray<GraphResolversTypes['LnAgreementEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<GraphResolversTypes['LnAgreement']>, ParentType, ContextType>;
  pageInfo?: Resolver<GraphResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
  facets?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['Facet']>>, ParentType, ContextType, RequireFields<GraphLnAgreementConnection_FacetsArgs, 'by'>>;
  sources?: Resolver<ReadonlyArray<GraphResolversTypes['SourceStatus']>, ParentType, ContextType>;
  complete?: Resolver<GraphResolversTypes['Boolean'], ParentType, ContextType>;
};

export type GraphLnRelatedAgreementConnectionResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['LnRelatedAgreementConnection'] = GraphResolversParentTypes['LnRelatedAgreementConnection']> = {
  edges?: Resolver<ReadonlyArray<GraphResolversTypes['LnAgreementEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<GraphResolversTypes['LnAgreement']>, ParentType, ContextType>;
  pageInfo?: Resolver<GraphResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
};

export type GraphLnAgreementEdgeResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['LnAgreementEdge'] = GraphResolversParentTypes['LnAgreementEdge']> = {
  cursor?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<GraphResolversTypes['LnAgreement'], ParentType, ContextType>;
  score?: Resolver<Maybe<GraphResolversTypes['Float']>, ParentType, ContextType>;
};

export type GraphLnFairResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['LnFair'] = GraphResolversParentTypes['LnFair'], FederationReferenceType extends GraphFederationReferenceTypes['LnFair'] = GraphFederationReferenceTypes['LnFair']> = {
  __resolveReference?: ReferenceResolver<Maybe<GraphResolversTypes['LnFair']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
  localId?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  library?: Resolver<GraphResolversTypes['Library'], ParentType, ContextType>;
  province?: Resolver<Maybe<GraphResolversTypes['Province']>, ParentType, ContextType>;
  provenance?: Resolver<GraphResolversTypes['Provenance'], ParentType, ContextType>;
  flags?: Resolver<ReadonlyArray<GraphResolversTypes['Flag']>, ParentType, ContextType>;
  name?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  scale?: Resolver<Maybe<GraphResolversTypes['LnFairScale']>, ParentType, ContextType>;
  region?: Resolver<Maybe<GraphResolversTypes['CodedValue']>, ParentType, ContextType>;
  heldOn?: Resolver<Maybe<GraphResolversTypes['PartialDate']>, ParentType, ContextType>;
  attendees?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
  agreements?: Resolver<Maybe<GraphResolversTypes['LnRelatedAgreementConnection']>, ParentType, ContextType, Partial<GraphLnFair_AgreementsArgs>>;
};

export type GraphLnFairConnectionResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['LnFairConnection'] = GraphResolversParentTypes['LnFairConnection']> = {
  edges?: Resolver<ReadonlyArray<GraphResolversTypes['LnFairEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<GraphResolversTypes['LnFair']>, ParentType, ContextType>;
  pageInfo?: Resolver<GraphResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
  facets?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['Facet']>>, ParentType, ContextType, RequireFields<GraphLnFairConnection_FacetsArgs, 'by'>>;
  sources?: Resolver<ReadonlyArray<GraphResolversTypes['SourceStatus']>, ParentType, ContextType>;
  complete?: Resolver<GraphResolversTypes['Boolean'], ParentType, ContextType>;
};

export type GraphLnFairEdgeResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['LnFairEdge'] = GraphResolversParentTypes['LnFairEdge']> = {
  cursor?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<GraphResolversTypes['LnFair'], ParentType, ContextType>;
  score?: Resolver<Maybe<GraphResolversTypes['Float']>, ParentType, ContextType>;
};

export type GraphLnInstituteResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['LnInstitute'] = GraphResolversParentTypes['LnInstitute'], FederationReferenceType extends GraphFederationReferenceTypes['LnInstitute'] = GraphFederationReferenceTypes['LnInstitute']> = {
  __resolveReference?: ReferenceResolver<Maybe<GraphResolversTypes['LnInstitute']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
  localId?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  library?: Resolver<GraphResolversTypes['Library'], ParentType, ContextType>;
  province?: Resolver<Maybe<GraphResolversTypes['Province']>, ParentType, ContextType>;
  provenance?: Resolver<GraphResolversTypes['Provenance'], ParentType, ContextType>;
  flags?: Resolver<ReadonlyArray<GraphResolversTypes['Flag']>, ParentType, ContextType>;
  name?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  organization?: Resolver<Maybe<GraphResolversTypes['Organization']>, ParentType, ContextType>;
  organizationText?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<GraphResolversTypes['CodedValue']>, ParentType, ContextType>;
  foundedOn?: Resolver<Maybe<GraphResolversTypes['PartialDate']>, ParentType, ContextType>;
  branches?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
};

export type GraphLnInstituteConnectionResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['LnInstituteConnection'] = GraphResolversParentTypes['LnInstituteConnection']> = {
  edges?: Resolver<ReadonlyArray<GraphResolversTypes['LnInstituteEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<GraphResolversTypes['LnInstitute']>, ParentType, ContextType>;
  pageInfo?: Resolver<GraphResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
  facets?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['Facet']>>, ParentType, ContextType, RequireFields<GraphLnInstituteConnection_FacetsArgs, 'by'>>;
  sources?: Resolver<ReadonlyArray<GraphResolversTypes['SourceStatus']>, ParentType, ContextType>;
  complete?: Resolver<GraphResolversTypes['Boolean'], ParentType, ContextType>;
};

export type GraphLnInstituteEdgeResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['LnInstituteEdge'] = GraphResolversParentTypes['LnInstituteEdge']> = {
  cursor?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<GraphResolversTypes['LnInstitute'], ParentType, ContextType>;
  score?: Resolver<Maybe<GraphResolversTypes['Float']>, ParentType, ContextType>;
};

export type GraphTalentResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Talent'] = GraphResolversParentTypes['Talent'], FederationReferenceType extends GraphFederationReferenceTypes['Talent'] = GraphFederationReferenceTypes['Talent']> = {
  __resolveReference?: ReferenceResolver<Maybe<GraphResolversTypes['Talent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
  visits?: Resolver<Maybe<GraphResolversTypes['LnRelatedVisitConnection']>, ParentType, ContextType, Partial<GraphTalent_VisitsArgs>>;
};

export type GraphLnVisitResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['LnVisit'] = GraphResolversParentTypes['LnVisit'], FederationReferenceType extends GraphFederationReferenceTypes['LnVisit'] = GraphFederationReferenceTypes['LnVisit']> = {
  __resolveReference?: ReferenceResolver<Maybe<GraphResolversTypes['LnVisit']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
  localId?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  library?: Resolver<GraphResolversTypes['Library'], ParentType, ContextType>;
  province?: Resolver<Maybe<GraphResolversTypes['Province']>, ParentType, ContextType>;
  provenance?: Resolver<GraphResolversTypes['Provenance'], ParentType, ContextType>;
  flags?: Resolver<ReadonlyArray<GraphResolversTypes['Flag']>, ParentType, ContextType>;
  talent?: Resolver<Maybe<GraphResolversTypes['Talent']>, ParentType, ContextType>;
  enterprise?: Resolver<Maybe<GraphResolversTypes['Organization']>, ParentType, ContextType>;
  year?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  visits?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
  hasJointBody?: Resolver<Maybe<GraphResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type GraphLnVisitConnectionResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['LnVisitConnection'] = GraphResolversParentTypes['LnVisitConnection']> = {
  edges?: Resolver<ReadonlyArray<GraphResolversTypes['LnVisitEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<GraphResolversTypes['LnVisit']>, ParentType, ContextType>;
  pageInfo?: Resolver<GraphResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
  facets?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['Facet']>>, ParentType, ContextType, RequireFields<GraphLnVisitConnection_FacetsArgs, 'by'>>;
  sources?: Resolver<ReadonlyArray<GraphResolversTypes['SourceStatus']>, ParentType, ContextType>;
  complete?: Resolver<GraphResolversTypes['Boolean'], ParentType, ContextType>;
};

export type GraphLnRelatedVisitConnectionResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['LnRelatedVisitConnection'] = GraphResolversParentTypes['LnRelatedVisitConnection']> = {
  edges?: Resolver<ReadonlyArray<GraphResolversTypes['LnVisitEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<GraphResolversTypes['LnVisit']>, ParentType, ContextType>;
  pageInfo?: Resolver<GraphResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
};

export type GraphLnVisitEdgeResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['LnVisitEdge'] = GraphResolversParentTypes['LnVisitEdge']> = {
  cursor?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<GraphResolversTypes['LnVisit'], ParentType, ContextType>;
};

export type GraphResolvers<ContextType = Context> = {
  Decimal?: GraphQLScalarType;
  PartialDate?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Node?: GraphNodeResolvers<ContextType>;
  Record?: GraphRecordResolvers<ContextType>;
  CodedValue?: GraphCodedValueResolvers<ContextType>;
  Provenance?: GraphProvenanceResolvers<ContextType>;
  Flag?: GraphFlagResolvers<ContextType>;
  SourceStatus?: GraphSourceStatusResolvers<ContextType>;
  Facet?: GraphFacetResolvers<ContextType>;
  FacetValue?: GraphFacetValueResolvers<ContextType>;
  Indicator?: GraphIndicatorResolvers<ContextType>;
  PageInfo?: GraphPageInfoResolvers<ContextType>;
  Query?: GraphQueryResolvers<ContextType>;
  Library?: GraphLibraryResolvers<ContextType>;
  Organization?: GraphOrganizationResolvers<ContextType>;
  LnAlliance?: GraphLnAllianceResolvers<ContextType>;
  LnAllianceMember?: GraphLnAllianceMemberResolvers<ContextType>;
  LnAllianceConnection?: GraphLnAllianceConnectionResolvers<ContextType>;
  LnRelatedAllianceConnection?: GraphLnRelatedAllianceConnectionResolvers<ContextType>;
  LnAllianceEdge?: GraphLnAllianceEdgeResolvers<ContextType>;
  LnAgreement?: GraphLnAgreementResolvers<ContextType>;
  LnAgreementConnection?: GraphLnAgreementConnectionResolvers<ContextType>;
  LnRelatedAgreementConnection?: GraphLnRelatedAgreementConnectionResolvers<ContextType>;
  LnAgreementEdge?: GraphLnAgreementEdgeResolvers<ContextType>;
  LnFair?: GraphLnFairResolvers<ContextType>;
  LnFairConnection?: GraphLnFairConnectionResolvers<ContextType>;
  LnFairEdge?: GraphLnFairEdgeResolvers<ContextType>;
  LnInstitute?: GraphLnInstituteResolvers<ContextType>;
  LnInstituteConnection?: GraphLnInstituteConnectionResolvers<ContextType>;
  LnInstituteEdge?: GraphLnInstituteEdgeResolvers<ContextType>;
  Talent?: GraphTalentResolvers<ContextType>;
  LnVisit?: GraphLnVisitResolvers<ContextType>;
  LnVisitConnection?: GraphLnVisitConnectionResolvers<ContextType>;
  LnRelatedVisitConnection?: GraphLnRelatedVisitConnectionResolvers<ContextType>;
  LnVisitEdge?: GraphLnVisitEdgeResolvers<ContextType>;
};

export type GraphDirectiveResolvers<ContextType = Context> = {
  exportable?: GraphExportableDirectiveResolver<any, any, ContextType>;
  sharing?: GraphSharingDirectiveResolver<any, any, ContextType>;
};
