// Generated from schema.graphql by `npm run generate`.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { HlChallenge, HlLedgerEntry } from './queries.ts';
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
  /** 黑龙江的揭榜挂帅和赛马榜单。例如 hlChallenges(filter: {stage: [POSTED]}, first: 20)。 */
  readonly hlChallenges?: Maybe<GraphHlChallengeConnection>;
  /** 黑龙江协同创新台账，每单位每季度一条。例如 hlLedger(filter: {quarter: ["2023Q4"]}, first: 20)。 */
  readonly hlLedger?: Maybe<GraphHlLedgerEntryConnection>;
  /** 黑龙江实施方案的目标与进度：600 项、20 亿元、200 亿元以上、100 家。例如 hlIndicators { code target measured period }。依据黑龙江省“千校万企”协同创新伙伴行动实施方案。 */
  readonly hlIndicators?: Maybe<ReadonlyArray<GraphIndicator>>;
  /** 需求库和成果库的半年更新时钟。例如 hlClocks { library { id } period dueOn }。依据黑龙江省“千校万企”协同创新伙伴行动实施方案：每半年进行一次更新。 */
  readonly hlClocks?: Maybe<ReadonlyArray<GraphHlClock>>;
  /** “4567”现代产业体系的各产业，及其公开的需求和项目数。例如 54 高端装备。依据黑龙江省“千校万企”协同创新伙伴行动实施方案。 */
  readonly hlIndustries?: Maybe<ReadonlyArray<GraphHlIndustry>>;
};


export type GraphQuery_HlChallengesArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<GraphHlChallengeFilter>;
  orderBy?: InputMaybe<ReadonlyArray<GraphHlChallengeOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  restricted?: InputMaybe<Scalars['Boolean']['input']>;
};


export type GraphQuery_HlLedgerArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<GraphHlLedgerFilter>;
  orderBy?: InputMaybe<ReadonlyArray<GraphHlLedgerOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  restricted?: InputMaybe<Scalars['Boolean']['input']>;
};

/** 资源库。例如 黑龙江揭榜挂帅榜单。 */
export type GraphLibrary = {
  readonly __typename?: 'Library';
  /** 资源库编号，例如 hl-challenge。 */
  readonly id: Scalars['ID']['output'];
};

/** 单位。例如 发榜的企业。 */
export type GraphOrganization = {
  readonly __typename?: 'Organization';
  /** 单位的 id，例如 organization:10213。 */
  readonly id: Scalars['ID']['output'];
};

/** 技术需求。例如 黑龙江需求库中的一项。 */
export type GraphDemand = {
  readonly __typename?: 'Demand';
  /** 需求的 id，例如 hl-demand:HLJXQ202300011。 */
  readonly id: Scalars['ID']['output'];
  /** 这项需求上榜的情况；多次上榜时为最近一次。没有上榜时为空。例如 hl-challenge:HLJBD20230011。 */
  readonly challenge?: Maybe<GraphHlChallenge>;
};

/** 榜单：把一项需求张榜，由高校揭榜攻关。例如 HLJBD20230011。依据黑龙江省“千校万企”协同创新伙伴行动实施方案。 */
export type GraphHlChallenge = {
  readonly __typename?: 'HlChallenge';
  /** 全局唯一的 id，例如 hl-challenge:HLJBD20230011。 */
  readonly id: Scalars['ID']['output'];
  /** 来源库内部的编号，例如 HLJBD20230011。 */
  readonly localId: Scalars['String']['output'];
  /** 所属资源库，例如 黑龙江揭榜挂帅榜单。 */
  readonly library: GraphLibrary;
  /** 资源库所属的省，例如 HEILONGJIANG。 */
  readonly province?: Maybe<GraphProvince>;
  /** 出处，例如 揭榜挂帅.csv 第 4 行。 */
  readonly provenance: GraphProvenance;
  /** 入库检查时存疑之处，例如 DATE_RANGE_REVERSED。 */
  readonly flags: ReadonlyArray<GraphFlag>;
  /** 上榜的需求。需求未公开或编号对应不上时，除 id 外均为空。例如 hl-demand:HLJXQ202300011。 */
  readonly demand?: Maybe<GraphDemand>;
  /** 方式，例如 HORSE_RACE。 */
  readonly mode?: Maybe<GraphHlChallengeMode>;
  /** 来源写的方式，例如 赛马。 */
  readonly modeText?: Maybe<Scalars['String']['output']>;
  /** 走到哪一步，例如 SIGNED。 */
  readonly stage?: Maybe<GraphHlChallengeStage>;
  /** 来源写的状态，例如 签约。 */
  readonly statusText?: Maybe<Scalars['String']['output']>;
  /** 各步骤及是否已走到，按先后。来源没有写明状态时为空。例如 征集、定榜、发榜均已走到。 */
  readonly stages?: Maybe<ReadonlyArray<GraphHlChallengeStep>>;
  /** 发榜单位。凭全称对应；对应不上时为空，见 posterText。例如 organization:91230600MAYYA25E60。 */
  readonly poster?: Maybe<GraphOrganization>;
  /** 来源写的发榜单位，例如 大庆示例重工科技股份有限公司。 */
  readonly posterText?: Maybe<Scalars['String']['output']>;
  /** 揭榜单位。凭全称对应；对应不上时为空，见 winnerText。例如 organization:10225。 */
  readonly winner?: Maybe<GraphOrganization>;
  /** 来源写的揭榜单位，例如 东北林业大学。 */
  readonly winnerText?: Maybe<Scalars['String']['output']>;
  /** 榜单金额，单位为元，例如 "2050000"。面议或无法理解时为空。 */
  readonly amount?: Maybe<Scalars['Decimal']['output']>;
  /** 来源写的榜单金额，例如 205。 */
  readonly amountText?: Maybe<Scalars['String']['output']>;
  /** 发榜日期，例如 2023-01-13。 */
  readonly postedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** 揭榜截止日期，例如 2024-02-12。 */
  readonly closesOn?: Maybe<Scalars['PartialDate']['output']>;
};

/** 榜单的一个步骤。例如 发榜，已走到。 */
export type GraphHlChallengeStep = {
  readonly __typename?: 'HlChallengeStep';
  /** 步骤，例如 POSTED。 */
  readonly stage?: Maybe<GraphHlChallengeStage>;
  /** 步骤的中文名称，例如 发榜。 */
  readonly label?: Maybe<Scalars['String']['output']>;
  /** 是否已走到，例如 true。 */
  readonly isReached?: Maybe<Scalars['Boolean']['output']>;
  /** 哪一天走到。来源只写发榜日期，其余为空。例如 2023-01-13。 */
  readonly reachedOn?: Maybe<Scalars['PartialDate']['output']>;
};

/** 榜单的方式。例如 OPEN_CALL。 */
export type GraphHlChallengeMode =
  /** 揭榜挂帅。一家揭榜。 */
  | 'OPEN_CALL'
  /** 赛马。几家同时攻关，择优选用。 */
  | 'HORSE_RACE';

/** 榜单的步骤，按先后。例如 POSTED。 */
export type GraphHlChallengeStage =
  /** 征集。 */
  | 'COLLECTED'
  /** 定榜。 */
  | 'LISTED'
  /** 发榜。 */
  | 'POSTED'
  /** 揭榜。 */
  | 'TAKEN'
  /** 签约。 */
  | 'SIGNED'
  /** 验收。 */
  | 'ACCEPTED';

/** 榜单的筛选条件，各项之间为“且”，列表内为“或”。例如 {mode: [HORSE_RACE]}。 */
export type GraphHlChallengeFilter = {
  /** 资源库编号，例如 ["hl-challenge"]。 */
  readonly library?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 方式，例如 [HORSE_RACE]。 */
  readonly mode?: InputMaybe<ReadonlyArray<GraphHlChallengeMode>>;
  /** 走到哪一步，例如 [POSTED]。 */
  readonly stage?: InputMaybe<ReadonlyArray<GraphHlChallengeStage>>;
  /** 需求，例如 ["hl-demand:HLJXQ202300011"]。 */
  readonly demand?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 发榜单位，例如 ["organization:91230600MAYYA25E60"]。 */
  readonly poster?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 揭榜单位，例如 ["organization:10225"]。 */
  readonly winner?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 榜单金额区间，单位为元，例如 {gte: "1000000"}。 */
  readonly amount?: InputMaybe<GraphDecimalRange>;
  /** 发榜日期区间，例如 {gte: "2023"}。 */
  readonly postedOn?: InputMaybe<GraphPartialDateRange>;
  /** 揭榜截止日期区间，例如 {gte: "2024-01"}。 */
  readonly closesOn?: InputMaybe<GraphPartialDateRange>;
};

/** 榜单的一项排序。例如 {field: AMOUNT, direction: DESC}。 */
export type GraphHlChallengeOrder = {
  /** 按什么排，例如 AMOUNT。 */
  readonly field: GraphHlChallengeOrderField;
  /** 方向，默认 ASC。例如 DESC。 */
  readonly direction?: GraphSortDirection;
};

/** 榜单可以按什么排序。例如 AMOUNT。 */
export type GraphHlChallengeOrderField =
  /** 榜单金额。未知的排在最后。 */
  | 'AMOUNT'
  /** 发榜日期。未知的排在最后。 */
  | 'POSTED_ON'
  /** 揭榜截止日期。未知的排在最后。 */
  | 'CLOSES_ON';

/** 榜单的统计维度。例如 MODE。 */
export type GraphHlChallengeFacet =
  /** 方式。 */
  | 'MODE'
  /** 走到哪一步。 */
  | 'STAGE'
  /** 年份。按发榜日期。 */
  | 'YEAR';

/** 榜单列表的一页，以及总数、统计和来源库的状态。例如 totalCount: 30。 */
export type GraphHlChallengeConnection = {
  readonly __typename?: 'HlChallengeConnection';
  /** 本页各条及其游标，例如 cursor 与 node。 */
  readonly edges: ReadonlyArray<GraphHlChallengeEdge>;
  /** 本页各条榜单，例如 first: 20 时最多 20 条。 */
  readonly nodes: ReadonlyArray<GraphHlChallenge>;
  /** 分页信息，例如 hasNextPage: true。 */
  readonly pageInfo: GraphPageInfo;
  /** 符合条件的总数，例如 30。超过时限时为空。 */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  /** 分面统计，每个维度不受自己的筛选影响。例如 facets(by: [MODE, STAGE])。超过时限时为空。 */
  readonly facets?: Maybe<ReadonlyArray<GraphFacet>>;
  /** 参与本列表的来源库的状态，例如 hl-challenge OK。 */
  readonly sources: ReadonlyArray<GraphSourceStatus>;
  /** 来源库是否都已应答，例如 true。 */
  readonly complete: Scalars['Boolean']['output'];
};


/** 榜单列表的一页，以及总数、统计和来源库的状态。例如 totalCount: 30。 */
export type GraphHlChallengeConnection_FacetsArgs = {
  by: ReadonlyArray<GraphHlChallengeFacet>;
};

/** 列表中的一条榜单。例如 游标与相关度。 */
export type GraphHlChallengeEdge = {
  readonly __typename?: 'HlChallengeEdge';
  /** 这一条的游标，可传给 after 或 before，例如 after: "…"。 */
  readonly cursor: Scalars['String']['output'];
  /** 榜单，例如 hl-challenge:HLJBD20230011。 */
  readonly node: GraphHlChallenge;
  /** 相关度，仅在按相关度排序时有值，例如 0.6。 */
  readonly score?: Maybe<Scalars['Float']['output']>;
};

/** 台账的一条：一个单位一个季度的进展。例如 东北林业大学 2023Q4。依据黑龙江省“千校万企”协同创新伙伴行动实施方案：季度统计、半年调度、年度考核。 */
export type GraphHlLedgerEntry = {
  readonly __typename?: 'HlLedgerEntry';
  /** 全局唯一的 id，例如 hl-ledger:k-9a0e。 */
  readonly id: Scalars['ID']['output'];
  /** 来源库内部的编号，例如 k-9a0e。 */
  readonly localId: Scalars['String']['output'];
  /** 所属资源库，例如 黑龙江协同创新台账。 */
  readonly library: GraphLibrary;
  /** 资源库所属的省，例如 HEILONGJIANG。 */
  readonly province?: Maybe<GraphProvince>;
  /** 出处，例如 台账.xlsx 第 3 行。 */
  readonly provenance: GraphProvenance;
  /** 入库检查时存疑之处，例如 ORGANIZATION_UNRESOLVED。 */
  readonly flags: ReadonlyArray<GraphFlag>;
  /** 季度，例如 2023Q4。 */
  readonly quarter?: Maybe<Scalars['String']['output']>;
  /** 单位。凭全称对应；对应不上时为空，见 unitText。例如 organization:10225。 */
  readonly unit?: Maybe<GraphOrganization>;
  /** 来源写的单位名称，例如 东北林业大学。 */
  readonly unitText?: Maybe<Scalars['String']['output']>;
  /** 转化项数，例如 3。 */
  readonly achievements?: Maybe<Scalars['Int']['output']>;
  /** 总投资，单位为元，例如 "36000000"。 */
  readonly investment?: Maybe<Scalars['Decimal']['output']>;
  /** 来源写的总投资，单位为亿元，例如 0.36。 */
  readonly investmentText?: Maybe<Scalars['String']['output']>;
  /** 产值，单位为元，例如 "246000000"。 */
  readonly output?: Maybe<Scalars['Decimal']['output']>;
  /** 来源写的产值，单位为亿元，例如 2.46。 */
  readonly outputText?: Maybe<Scalars['String']['output']>;
  /** 培育高新技术企业数，例如 1。 */
  readonly highTechFirms?: Maybe<Scalars['Int']['output']>;
};

/** 半年更新时钟：最近一批是哪一批，下一批何时到期。例如 2023H2，应在 2024-06-30 前更新。 */
export type GraphHlClock = {
  readonly __typename?: 'HlClock';
  /** 资源库，例如 hl-demand。 */
  readonly library?: Maybe<GraphLibrary>;
  /** 公开记录中最近的更新批次，例如 2023H2。 */
  readonly period?: Maybe<Scalars['String']['output']>;
  /** 这一批中新增或改动的公开记录数，例如 12。 */
  readonly changed?: Maybe<Scalars['Int']['output']>;
  /** 公开记录总数，例如 45。 */
  readonly rows?: Maybe<Scalars['Int']['output']>;
  /** 下一批应在哪一天之前到，例如 2024-06-30。 */
  readonly dueOn?: Maybe<Scalars['PartialDate']['output']>;
  /** 逾期天数，未到期为 0，例如 15。 */
  readonly overdueDays?: Maybe<Scalars['Int']['output']>;
};

/** “4567”现代产业体系的一个产业。例如 54 高端装备。 */
export type GraphHlIndustry = {
  readonly __typename?: 'HlIndustry';
  /** 代码，例如 54。来源没有公布代码，由平台编定。 */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** 名称，例如 高端装备。 */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** 属于哪一组，例如 战略性新兴产业。 */
  readonly group?: Maybe<Scalars['String']['output']>;
  /** 公开的需求数，例如 6。 */
  readonly demands?: Maybe<Scalars['Int']['output']>;
  /** 公开的项目数，例如 4。 */
  readonly projects?: Maybe<Scalars['Int']['output']>;
};

/** 台账的筛选条件，各项之间为“且”，列表内为“或”。例如 {quarter: ["2023Q4"]}。 */
export type GraphHlLedgerFilter = {
  /** 资源库编号，例如 ["hl-ledger"]。 */
  readonly library?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 季度，例如 ["2023Q4"]。 */
  readonly quarter?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 单位，例如 ["organization:10225"]。 */
  readonly unit?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** 台账的一项排序。例如 {field: QUARTER, direction: DESC}。 */
export type GraphHlLedgerOrder = {
  /** 按什么排，例如 QUARTER。 */
  readonly field: GraphHlLedgerOrderField;
  /** 方向，默认 ASC。例如 DESC。 */
  readonly direction?: GraphSortDirection;
};

/** 台账可以按什么排序。例如 QUARTER。 */
export type GraphHlLedgerOrderField =
  /** 季度。未知的排在最后。 */
  | 'QUARTER'
  /** 单位。按拼音。 */
  | 'UNIT'
  /** 总投资。未知的排在最后。 */
  | 'INVESTMENT'
  /** 产值。未知的排在最后。 */
  | 'OUTPUT';

/** 台账的统计维度。例如 QUARTER。 */
export type GraphHlLedgerEntryFacet =
  /** 季度。 */
  | 'QUARTER'
  /** 单位。 */
  | 'UNIT';

/** 台账列表的一页，以及总数、统计和来源库的状态。例如 totalCount: 30。 */
export type GraphHlLedgerEntryConnection = {
  readonly __typename?: 'HlLedgerEntryConnection';
  /** 本页各条及其游标，例如 cursor 与 node。 */
  readonly edges: ReadonlyArray<GraphHlLedgerEntryEdge>;
  /** 本页各条台账，例如 first: 20 时最多 20 条。 */
  readonly nodes: ReadonlyArray<GraphHlLedgerEntry>;
  /** 分页信息，例如 hasNextPage: true。 */
  readonly pageInfo: GraphPageInfo;
  /** 符合条件的总数，例如 30。超过时限时为空。 */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  /** 分面统计，每个维度不受自己的筛选影响。例如 facets(by: [QUARTER])。超过时限时为空。 */
  readonly facets?: Maybe<ReadonlyArray<GraphFacet>>;
  /** 参与本列表的来源库的状态，例如 hl-ledger OK。 */
  readonly sources: ReadonlyArray<GraphSourceStatus>;
  /** 来源库是否都已应答，例如 true。 */
  readonly complete: Scalars['Boolean']['output'];
};


/** 台账列表的一页，以及总数、统计和来源库的状态。例如 totalCount: 30。 */
export type GraphHlLedgerEntryConnection_FacetsArgs = {
  by: ReadonlyArray<GraphHlLedgerEntryFacet>;
};

/** 列表中的一条台账。例如 游标与相关度。 */
export type GraphHlLedgerEntryEdge = {
  readonly __typename?: 'HlLedgerEntryEdge';
  /** 这一条的游标，可传给 after 或 before，例如 after: "…"。 */
  readonly cursor: Scalars['String']['output'];
  /** 台账，例如 hl-ledger:k-9a0e。 */
  readonly node: GraphHlLedgerEntry;
  /** 相关度，仅在按相关度排序时有值，例如 0.6。 */
  readonly score?: Maybe<Scalars['Float']['output']>;
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
  Demand: GraphDemand;
  HlChallenge: GraphHlChallenge;
  HlLedgerEntry: GraphHlLedgerEntry;
};

/** Mapping of federation reference types */
export type GraphFederationReferenceTypes = {
  Demand:
    ( { __typename: 'Demand' }
    & GraphQLRecursivePick<GraphFederationTypes['Demand'], {"id":true}> );
  HlChallenge:
    ( { __typename: 'HlChallenge' }
    & GraphQLRecursivePick<GraphFederationTypes['HlChallenge'], {"id":true}> );
  HlLedgerEntry:
    ( { __typename: 'HlLedgerEntry' }
    & GraphQLRecursivePick<GraphFederationTypes['HlLedgerEntry'], {"id":true}> );
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
  Demand: ResolverTypeWrapper<any>;
  HlChallenge: ResolverTypeWrapper<HlChallenge>;
  HlChallengeStep: ResolverTypeWrapper<any>;
  HlChallengeMode: ResolverTypeWrapper<any>;
  HlChallengeStage: ResolverTypeWrapper<any>;
  HlChallengeFilter: ResolverTypeWrapper<any>;
  HlChallengeOrder: ResolverTypeWrapper<any>;
  HlChallengeOrderField: ResolverTypeWrapper<any>;
  HlChallengeFacet: ResolverTypeWrapper<any>;
  HlChallengeConnection: ResolverTypeWrapper<any>;
  HlChallengeEdge: ResolverTypeWrapper<any>;
  Float: ResolverTypeWrapper<any>;
  HlLedgerEntry: ResolverTypeWrapper<HlLedgerEntry>;
  HlClock: ResolverTypeWrapper<any>;
  HlIndustry: ResolverTypeWrapper<any>;
  HlLedgerFilter: ResolverTypeWrapper<any>;
  HlLedgerOrder: ResolverTypeWrapper<any>;
  HlLedgerOrderField: ResolverTypeWrapper<any>;
  HlLedgerEntryFacet: ResolverTypeWrapper<any>;
  HlLedgerEntryConnection: ResolverTypeWrapper<any>;
  HlLedgerEntryEdge: ResolverTypeWrapper<any>;
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
  Demand: any;
  HlChallenge: HlChallenge;
  HlChallengeStep: any;
  HlChallengeFilter: any;
  HlChallengeOrder: any;
  HlChallengeConnection: any;
  HlChallengeEdge: any;
  Float: any;
  HlLedgerEntry: HlLedgerEntry;
  HlClock: any;
  HlIndustry: any;
  HlLedgerFilter: any;
  HlLedgerOrder: any;
  HlLedgerEntryConnection: any;
  HlLedgerEntryEdge: any;
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
  hlChallenges?: Resolver<Maybe<GraphResolversTypes['HlChallengeConnection']>, ParentType, ContextType, Partial<GraphQuery_HlChallengesArgs>>;
  hlLedger?: Resolver<Maybe<GraphResolversTypes['HlLedgerEntryConnection']>, ParentType, ContextType, Partial<GraphQuery_HlLedgerArgs>>;
  hlIndicators?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['Indicator']>>, ParentType, ContextType>;
  hlClocks?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['HlClock']>>, ParentType, ContextType>;
  hlIndustries?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['HlIndustry']>>, ParentType, ContextType>;
};

export type GraphLibraryResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Library'] = GraphResolversParentTypes['Library']> = {
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
};

export type GraphOrganizationResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Organization'] = GraphResolversParentTypes['Organization']> = {
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
};

export type GraphDemandResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Demand'] = GraphResolversParentTypes['Demand'], FederationReferenceType extends GraphFederationReferenceTypes['Demand'] = GraphFederationReferenceTypes['Demand']> = {
  __resolveReference?: ReferenceResolver<Maybe<GraphResolversTypes['Demand']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
  challenge?: Resolver<Maybe<GraphResolversTypes['HlChallenge']>, ParentType, ContextType>;
};

export type GraphHlChallengeResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['HlChallenge'] = GraphResolversParentTypes['HlChallenge'], FederationReferenceType extends GraphFederationReferenceTypes['HlChallenge'] = GraphFederationReferenceTypes['HlChallenge']> = {
  __resolveReference?: ReferenceResolver<Maybe<GraphResolversTypes['HlChallenge']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
  localId?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  library?: Resolver<GraphResolversTypes['Library'], ParentType, ContextType>;
  province?: Resolver<Maybe<GraphResolversTypes['Province']>, ParentType, ContextType>;
  provenance?: Resolver<GraphResolversTypes['Provenance'], ParentType, ContextType>;
  flags?: Resolver<ReadonlyArray<GraphResolversTypes['Flag']>, ParentType, ContextType>;
  demand?: Resolver<Maybe<GraphResolversTypes['Demand']>, ParentType, ContextType>;
  mode?: Resolver<Maybe<GraphResolversTypes['HlChallengeMode']>, ParentType, ContextType>;
  modeText?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  stage?: Resolver<Maybe<GraphResolversTypes['HlChallengeStage']>, ParentType, ContextType>;
  statusText?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  stages?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['HlChallengeStep']>>, ParentType, ContextType>;
  poster?: Resolver<Maybe<GraphResolversTypes['Organization']>, ParentType, ContextType>;
  posterText?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  winner?: Resolver<Maybe<GraphResolversTypes['Organization']>, ParentType, ContextType>;
  winnerText?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<GraphResolversTypes['Decimal']>, ParentType, ContextType>;
  amountText?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  postedOn?: Resolver<Maybe<GraphResolversTypes['PartialDate']>, ParentType, ContextType>;
  closesOn?: Resolver<Maybe<GraphResolversTypes['PartialDate']>, ParentType, ContextType>;
};

export type GraphHlChallengeStepResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['HlChallengeStep'] = GraphResolversParentTypes['HlChallengeStep']> = {
  stage?: Resolver<Maybe<GraphResolversTypes['HlChallengeStage']>, ParentType, ContextType>;
  label?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  isReached?: Resolver<Maybe<GraphResolversTypes['Boolean']>, ParentType, ContextType>;
  reachedOn?: Resolver<Maybe<GraphResolversTypes['PartialDate']>, ParentType, ContextType>;
};

export type GraphHlChallengeConnectionResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['HlChallengeConnection'] = GraphResolversParentTypes['HlChallengeConnection']> = {
  edges?: Resolver<ReadonlyArray<GraphResolversTypes['HlChallengeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<GraphResolversTypes['HlChallenge']>, ParentType, ContextType>;
  pageInfo?: Resolver<GraphResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
  facets?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['Facet']>>, ParentType, ContextType, RequireFields<GraphHlChallengeConnection_FacetsArgs, 'by'>>;
  sources?: Resolver<ReadonlyArray<GraphResolversTypes['SourceStatus']>, ParentType, ContextType>;
  complete?: Resolver<GraphResolversTypes['Boolean'], ParentType, ContextType>;
};

export type GraphHlChallengeEdgeResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['HlChallengeEdge'] = GraphResolversParentTypes['HlChallengeEdge']> = {
  cursor?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<GraphResolversTypes['HlChallenge'], ParentType, ContextType>;
  score?: Resolver<Maybe<GraphResolversTypes['Float']>, ParentType, ContextType>;
};

export type GraphHlLedgerEntryResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['HlLedgerEntry'] = GraphResolversParentTypes['HlLedgerEntry'], FederationReferenceType extends GraphFederationReferenceTypes['HlLedgerEntry'] = GraphFederationReferenceTypes['HlLedgerEntry']> = {
  __resolveReference?: ReferenceResolver<Maybe<GraphResolversTypes['HlLedgerEntry']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
  localId?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  library?: Resolver<GraphResolversTypes['Library'], ParentType, ContextType>;
  province?: Resolver<Maybe<GraphResolversTypes['Province']>, ParentType, ContextType>;
  provenance?: Resolver<GraphResolversTypes['Provenance'], ParentType, ContextType>;
  flags?: Resolver<ReadonlyArray<GraphResolversTypes['Flag']>, ParentType, ContextType>;
  quarter?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<GraphResolversTypes['Organization']>, ParentType, ContextType>;
  unitText?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  achievements?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
  investment?: Resolver<Maybe<GraphResolversTypes['Decimal']>, ParentType, ContextType>;
  investmentText?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  output?: Resolver<Maybe<GraphResolversTypes['Decimal']>, ParentType, ContextType>;
  outputText?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  highTechFirms?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
};

export type GraphHlClockResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['HlClock'] = GraphResolversParentTypes['HlClock']> = {
  library?: Resolver<Maybe<GraphResolversTypes['Library']>, ParentType, ContextType>;
  period?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  changed?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
  rows?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<GraphResolversTypes['PartialDate']>, ParentType, ContextType>;
  overdueDays?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
};

export type GraphHlIndustryResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['HlIndustry'] = GraphResolversParentTypes['HlIndustry']> = {
  code?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  group?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  demands?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
  projects?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
};

export type GraphHlLedgerEntryConnectionResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['HlLedgerEntryConnection'] = GraphResolversParentTypes['HlLedgerEntryConnection']> = {
  edges?: Resolver<ReadonlyArray<GraphResolversTypes['HlLedgerEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<GraphResolversTypes['HlLedgerEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<GraphResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
  facets?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['Facet']>>, ParentType, ContextType, RequireFields<GraphHlLedgerEntryConnection_FacetsArgs, 'by'>>;
  sources?: Resolver<ReadonlyArray<GraphResolversTypes['SourceStatus']>, ParentType, ContextType>;
  complete?: Resolver<GraphResolversTypes['Boolean'], ParentType, ContextType>;
};

export type GraphHlLedgerEntryEdgeResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['HlLedgerEntryEdge'] = GraphResolversParentTypes['HlLedgerEntryEdge']> = {
  cursor?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<GraphResolversTypes['HlLedgerEntry'], ParentType, ContextType>;
  score?: Resolver<Maybe<GraphResolversTypes['Float']>, ParentType, ContextType>;
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
  Demand?: GraphDemandResolvers<ContextType>;
  HlChallenge?: GraphHlChallengeResolvers<ContextType>;
  HlChallengeStep?: GraphHlChallengeStepResolvers<ContextType>;
  HlChallengeConnection?: GraphHlChallengeConnectionResolvers<ContextType>;
  HlChallengeEdge?: GraphHlChallengeEdgeResolvers<ContextType>;
  HlLedgerEntry?: GraphHlLedgerEntryResolvers<ContextType>;
  HlClock?: GraphHlClockResolvers<ContextType>;
  HlIndustry?: GraphHlIndustryResolvers<ContextType>;
  HlLedgerEntryConnection?: GraphHlLedgerEntryConnectionResolvers<ContextType>;
  HlLedgerEntryEdge?: GraphHlLedgerEntryEdgeResolvers<ContextType>;
};

export type GraphDirectiveResolvers<ContextType = Context> = {
  exportable?: GraphExportableDirectiveResolver<any, any, ContextType>;
  sharing?: GraphSharingDirectiveResolver<any, any, ContextType>;
};
