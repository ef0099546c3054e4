// Generated from schema.graphql by `npm run generate`.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { HbSpecialAction, HbSubsidyConflict } from './queries.ts';
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
  /** 湖北专项中公开的各项需求及其立项、合同和资助情况。例如 hbSpecialActions(filter: {funded: true}, first: 20)。 */
  readonly hbSpecialActions?: Maybe<GraphHbSpecialActionConnection>;
  /** 获资助超过一项的企业，连同其各项资助，按项数从多到少。例如 hbSubsidyConflicts { enterprise { id } items { subsidy } }。依据鄂科技通〔2020〕67号四(二)：每家企业仅限一项。 */
  readonly hbSubsidyConflicts?: Maybe<ReadonlyArray<GraphHbSubsidyConflict>>;
  /** 被退回的需求，按退回原因和负责初审的地方科技主管部门计数，只含提问者有权看到的记录；公众得到空列表。例如 建议补充材料 2 项。依据鄂科技通〔2020〕67号一(三)3。 */
  readonly hbReturns?: Maybe<ReadonlyArray<GraphHbReturn>>;
  /** 湖北 2020 年专项和 2023 年活动的目标与进度。例如 hbIndicators { code target measured }。依据鄂科技通〔2020〕67号、鄂教科函〔2023〕2号。 */
  readonly hbIndicators?: Maybe<ReadonlyArray<GraphIndicator>>;
};


export type GraphQuery_HbSpecialActionsArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<GraphHbSpecialActionFilter>;
  orderBy?: InputMaybe<ReadonlyArray<GraphHbSpecialActionOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  restricted?: InputMaybe<Scalars['Boolean']['input']>;
};


export type GraphQuery_HbSubsidyConflictsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type GraphQuery_HbReturnsArgs = {
  monthly?: Scalars['Boolean']['input'];
};

/** 资源库。例如 湖北专项技术需求库。 */
export type GraphLibrary = {
  readonly __typename?: 'Library';
  /** 资源库编号，例如 hb-std-demand。 */
  readonly id: Scalars['ID']['output'];
};

/** 技术需求。例如 湖北专项中的一项。 */
export type GraphDemand = {
  readonly __typename?: 'Demand';
  /** 需求的 id，例如 hb-std-demand:XQ2023000007。 */
  readonly id: Scalars['ID']['output'];
  /** 这项需求在湖北专项中的情况。不属于湖北专项时为空。例如 已立项，资助 100000 元。 */
  readonly specialAction?: Maybe<GraphHbSpecialAction>;
};

/** 一项需求在湖北专项中的情况：资格、地方推荐、平台审核、合同与凭证、资助、期限。例如 XQ2023000007。依据鄂科技通〔2020〕67号。 */
export type GraphHbSpecialAction = {
  readonly __typename?: 'HbSpecialAction';
  /** 需求，例如 hb-std-demand:XQ2023000007。 */
  readonly demand?: Maybe<GraphDemand>;
  /** 企业。凭统一社会信用代码对应；对应不上时为空，见 enterpriseText。例如 organization:91420500MAYY00069W。 */
  readonly enterprise?: Maybe<GraphOrganization>;
  /** 来源写的企业名称，例如 宜昌示例化工有限公司。 */
  readonly enterpriseText?: Maybe<Scalars['String']['output']>;
  /** 企业所在市州，例如 420500 宜昌市。 */
  readonly region?: Maybe<GraphCodedValue>;
  /** 来源写的状态，例如 已立项。 */
  readonly statusText?: Maybe<Scalars['String']['output']>;
  /** 发布主体资格。没有企业信息时为空。例如 在高新区内，已入科技型中小企业库。 */
  readonly eligibility?: Maybe<GraphHbEligibility>;
  /** 地方科技主管部门的初审。尚无意见时为空。例如 同意推荐。依据鄂科技通〔2020〕67号一(三)3。 */
  readonly localReview?: Maybe<GraphHbLocalReview>;
  /** 平台审核的结果，例如 APPROVED。依据鄂科技通〔2020〕67号一(三)3。 */
  readonly platformReview?: Maybe<GraphHbPlatformReview>;
  /** 退回原因，例如 请补充技术指标。未退回时为空。依据鄂科技通〔2020〕67号一(三)3：退回并说明原因。 */
  readonly returnReason?: Maybe<Scalars['String']['output']>;
  /** 技术合同及凭证。尚未签约时为空。例如 技术开发合同，640000 元。依据鄂科技通〔2020〕67号三(五)。 */
  readonly contract?: Maybe<GraphHbContract>;
  /** 合同额与意向金额之差占意向金额的比例，例如 "0.5000" 表示相差一半。任一金额未知时为空。 */
  readonly amountDeviation?: Maybe<Scalars['Decimal']['output']>;
  /** 是否获得资助，例如 true。 */
  readonly isFunded?: Maybe<Scalars['Boolean']['output']>;
  /** 资助金额，单位为元，例如 "100000"。 */
  readonly subsidy?: Maybe<Scalars['Decimal']['output']>;
  /** 来源写的资助金额，单位为万元，例如 10.00。 */
  readonly subsidyText?: Maybe<Scalars['String']['output']>;
  /** 资助上限：合同额与 10 万元中较小的一个，单位为元，例如 "100000"。合同额未知时为空。依据鄂科技通〔2020〕67号四(二)。 */
  readonly subsidyCap?: Maybe<Scalars['Decimal']['output']>;
  /** 各期限及是否完成，按先后。例如 2021-02-28 前签订合同。依据鄂科技通〔2020〕67号四。 */
  readonly deadlines?: Maybe<ReadonlyArray<GraphHbDeadline>>;
  /** 按湖北专项的规则存疑之处，例如 SUBSIDY_SECOND_FOR_ENTERPRISE。 */
  readonly flags?: Maybe<ReadonlyArray<GraphFlag>>;
};

/** 发布主体资格：主要面向在湖北高新技术产业开发区内、已进入国家科技型中小企业库的企业，因此只作提示，不作拦截。例如 两项均符合。依据鄂科技通〔2020〕67号一(一)。 */
export type GraphHbEligibility = {
  readonly __typename?: 'HbEligibility';
  /** 是否两项均符合，例如 true。 */
  readonly isEligible?: Maybe<Scalars['Boolean']['output']>;
  /** 是否填有所在高新区，例如 true。 */
  readonly isInHiTechZone?: Maybe<Scalars['Boolean']['output']>;
  /** 所在高新区，例如 宜昌高新技术产业开发区。 */
  readonly hiTechZone?: Maybe<Scalars['String']['output']>;
  /** 是否填有科技型中小企业入库登记编号，例如 true。 */
  readonly isInSmeLibrary?: Maybe<Scalars['Boolean']['output']>;
  /** 科技型中小企业入库登记编号，例如 202342050090000007。 */
  readonly smeLibraryNumber?: Maybe<Scalars['String']['output']>;
};

/** 地方科技主管部门的初审。例如 同意推荐。依据鄂科技通〔2020〕67号一(三)3。 */
export type GraphHbLocalReview = {
  readonly __typename?: 'HbLocalReview';
  /** 意见原文，例如 同意推荐。 */
  readonly opinion?: Maybe<Scalars['String']['output']>;
  /** 初审的地方科技主管部门，例如 宜昌市科学技术局。来源没有写时为空。 */
  readonly authority?: Maybe<Scalars['String']['output']>;
  /** 是否同意推荐，例如 true。 */
  readonly isRecommended?: Maybe<Scalars['Boolean']['output']>;
};

/** 平台审核的结果。例如 APPROVED。依据鄂科技通〔2020〕67号一(三)3。 */
export type GraphHbPlatformReview =
  /** 待审核。 */
  | 'PENDING'
  /** 已通过。可以发布。 */
  | 'APPROVED'
  /** 已退回。须说明原因。 */
  | 'RETURNED';

/** 技术合同及凭证。例如 技术开发合同。依据鄂科技通〔2020〕67号三(五)。 */
export type GraphHbContract = {
  readonly __typename?: 'HbContract';
  /** 合同编号，例如 SYN-2023-000007。 */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** 合同类型，例如 DEVELOPMENT 技术开发。不是技术开发合同的不能资助。 */
  readonly kind?: Maybe<GraphCodedValue>;
  /** 合同额，单位为元，例如 "640000"。 */
  readonly amount?: Maybe<Scalars['Decimal']['output']>;
  /** 来源写的合同额，单位为万元，例如 64.00。 */
  readonly amountText?: Maybe<Scalars['String']['output']>;
  /** 是否已交发票，例如 true。 */
  readonly hasInvoice?: Maybe<Scalars['Boolean']['output']>;
  /** 是否已交转账流水凭证，例如 true。 */
  readonly hasTransferRecord?: Maybe<Scalars['Boolean']['output']>;
  /** 合同、发票、转账凭证是否齐全，例如 true。依据鄂科技通〔2020〕67号三(五)。 */
  readonly isEvidenceComplete?: Maybe<Scalars['Boolean']['output']>;
};

/** 湖北专项的一个期限，各月底前，含当日，按北京时间。例如 2021-02-28 前签订技术合同。依据鄂科技通〔2020〕67号四。 */
export type GraphHbDeadline = {
  readonly __typename?: 'HbDeadline';
  /** 要做什么，例如 完成技术对接，签订技术开发合同。 */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** 期限，例如 2021-02-28。 */
  readonly dueOn?: Maybe<Scalars['PartialDate']['output']>;
  /** 出处，例如 鄂科技通〔2020〕67号 四(二)。 */
  readonly clause?: Maybe<Scalars['String']['output']>;
  /** 是否已做到，例如 true。 */
  readonly isDone?: Maybe<Scalars['Boolean']['output']>;
  /** 是否逾期。已做到而来源没有写日期的，无从判断，为空。例如 false。 */
  readonly isMissed?: Maybe<Scalars['Boolean']['output']>;
};

/** 获资助超过一项的企业。例如 2 项。依据鄂科技通〔2020〕67号四(二)：每家企业仅限一项。 */
export type GraphHbSubsidyConflict = {
  readonly __typename?: 'HbSubsidyConflict';
  /** 企业。对应不上时为空，见 enterpriseText。例如 organization:91420300MAYY000265。 */
  readonly enterprise?: Maybe<GraphOrganization>;
  /** 来源写的企业名称，例如 十堰示例环保科技有限责任公司。 */
  readonly enterpriseText?: Maybe<Scalars['String']['output']>;
  /** 资助金额合计，单位为元，例如 "200000"。 */
  readonly subsidy?: Maybe<Scalars['Decimal']['output']>;
  /** 各项资助，按需求编号。例如 2 项。 */
  readonly items?: Maybe<ReadonlyArray<GraphHbSpecialAction>>;
};

/** 按退回原因和所在市州统计的退回需求。例如 宜昌市，指标不明，2 项。 */
export type GraphHbReturn = {
  readonly __typename?: 'HbReturn';
  /** 退回原因，例如 技术指标不明确。没有写明原因时为空。 */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** 负责初审的地方科技主管部门，例如 宜昌市科学技术局。来源没有写时为空，见 region。 */
  readonly authority?: Maybe<Scalars['String']['output']>;
  /** 所在市州，例如 420500 宜昌市。 */
  readonly region?: Maybe<GraphCodedValue>;
  /** 退回月份，仅在按月分列时有值，例如 2023-05。来源没有写退回时间时为空。 */
  readonly month?: Maybe<Scalars['PartialDate']['output']>;
  /** 项数，例如 12。不足 5 项的不写明，为空。 */
  readonly count?: Maybe<Scalars['Int']['output']>;
};

/** 湖北专项的筛选条件，各项之间为“且”，列表内为“或”。例如 {amountDeviation: {gte: "0.5"}}。 */
export type GraphHbSpecialActionFilter = {
  /** 资源库编号，例如 ["hb-std-demand"]。 */
  readonly library?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 是否获得资助，例如 true。 */
  readonly funded?: InputMaybe<Scalars['Boolean']['input']>;
  /** 是否已签合同，例如 true。 */
  readonly contracted?: InputMaybe<Scalars['Boolean']['input']>;
  /** 合同、发票、转账凭证是否齐全，例如 false。 */
  readonly evidenceComplete?: InputMaybe<Scalars['Boolean']['input']>;
  /** 地区代码，可只给省或市，例如 ["420500"]。 */
  readonly region?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 企业，例如 ["organization:91420500MAYY00069W"]。 */
  readonly enterprise?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 合同类型代码，例如 ["DEVELOPMENT"]。 */
  readonly contractKind?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 合同额区间，单位为元，例如 {gte: "1000000"}。 */
  readonly contractAmount?: InputMaybe<GraphDecimalRange>;
  /** 资助金额区间，单位为元，例如 {gte: "100001"}。 */
  readonly subsidy?: InputMaybe<GraphDecimalRange>;
  /** 合同额与意向金额之差的比例区间，例如 {gte: "0.5"}。 */
  readonly amountDeviation?: InputMaybe<GraphDecimalRange>;
};

/** 湖北专项的一项排序。例如 {field: AMOUNT_DEVIATION, direction: DESC}。 */
export type GraphHbSpecialActionOrder = {
  /** 按什么排，例如 AMOUNT_DEVIATION。 */
  readonly field: GraphHbSpecialActionOrderField;
  /** 方向，默认 ASC。例如 DESC。 */
  readonly direction?: GraphSortDirection;
};

/** 湖北专项可以按什么排序。例如 AMOUNT_DEVIATION。 */
export type GraphHbSpecialActionOrderField =
  /** 合同额与意向金额之差的比例。未知的排在最后。 */
  | 'AMOUNT_DEVIATION'
  /** 合同额。未知的排在最后。 */
  | 'CONTRACT_AMOUNT'
  /** 资助金额。未知的排在最后。 */
  | 'SUBSIDY';

/** 湖北专项的统计维度。例如 REGION。 */
export type GraphHbSpecialActionFacet =
  /** 所在市州。 */
  | 'REGION'
  /** 状态。按来源写法。 */
  | 'STATUS'
  /** 合同类型。 */
  | 'CONTRACT_KIND';

/** 专项列表的一页，以及总数、统计和来源库的状态。例如 totalCount: 30。 */
export type GraphHbSpecialActionConnection = {
  readonly __typename?: 'HbSpecialActionConnection';
  /** 本页各条及其游标，例如 cursor 与 node。 */
  readonly edges: ReadonlyArray<GraphHbSpecialActionEdge>;
  /** 本页各项专项，例如 first: 20 时最多 20 条。 */
  readonly nodes: ReadonlyArray<GraphHbSpecialAction>;
  /** 分页信息，例如 hasNextPage: true。 */
  readonly pageInfo: GraphPageInfo;
  /** 符合条件的总数，例如 30。超过时限时为空。 */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  /** 分面统计，每个维度不受自己的筛选影响。例如 facets(by: [REGION, STATUS])。超过时限时为空。 */
  readonly facets?: Maybe<ReadonlyArray<GraphFacet>>;
  /** 参与本列表的来源库的状态，例如 hb-std-demand OK。 */
  readonly sources: ReadonlyArray<GraphSourceStatus>;
  /** 来源库是否都已应答，例如 true。 */
  readonly complete: Scalars['Boolean']['output'];
};


/** 专项列表的一页，以及总数、统计和来源库的状态。例如 totalCount: 30。 */
export type GraphHbSpecialActionConnection_FacetsArgs = {
  by: ReadonlyArray<GraphHbSpecialActionFacet>;
};

/** 列表中的一项专项。例如 游标与相关度。 */
export type GraphHbSpecialActionEdge = {
  readonly __typename?: 'HbSpecialActionEdge';
  /** 这一条的游标，可传给 after 或 before，例如 after: "…"。 */
  readonly cursor: Scalars['String']['output'];
  /** 一项需求的专项情况，例如 已立项。 */
  readonly node: GraphHbSpecialAction;
  /** 相关度，仅在按相关度排序时有值，例如 0.6。 */
  readonly score?: Maybe<Scalars['Float']['output']>;
};

/** 单位。例如 高校。 */
export type GraphOrganization = {
  readonly __typename?: 'Organization';
  /** 单位的 id，例如 organization:10486。 */
  readonly id: Scalars['ID']['output'];
  /** 常驻企业的博士学位人员占学校博士学位总人数的比例，目标为 0.10（省属公办高校，2023 年）。分子数公开的个人画像；画像没有写是否常驻企业，或学校没有报博士总人数时为空。例如 "0.1200"。依据鄂教科函〔2023〕2号五。 */
  readonly residentDoctorateRatio?: Maybe<Scalars['Decimal']['output']>;
  /** 画像库中这所湖北高校公开的博士学位人员及其选派。没有画像时为空。例如 listed: 12。依据鄂教科函〔2023〕2号五。 */
  readonly hbDoctorates?: Maybe<GraphHbDoctorates>;
};

/** 画像库中一所高校的博士学位人员。只数个人画像，不等于全校人数。例如 listed: 12, posted: 3。依据鄂教科函〔2023〕2号五。 */
export type GraphHbDoctorates = {
  readonly __typename?: 'HbDoctorates';
  /** 公开画像中最高学位为博士的人数，例如 12。 */
  readonly listed?: Maybe<Scalars['Int']['output']>;
  /** 其中有选派专项的人数，例如 3。选派不等于常驻企业。 */
  readonly posted?: Maybe<Scalars['Int']['output']>;
};

/** 科技人员。例如 湖北高校的一位科技副总。 */
export type GraphTalent = {
  readonly __typename?: 'Talent';
  /** 科技人员的 id，例如 hb-edu-talent:HBHX-10486-0001。 */
  readonly id: Scalars['ID']['output'];
  /** 湖北高校科技人员的选派和联络。没有或不属于湖北画像库时为空列表。例如 科技副总。依据鄂教科函〔2023〕2号五。 */
  readonly postings?: Maybe<ReadonlyArray<GraphHbPosting>>;
};

/** 一项选派或联络。画像库只写名目，没有企业和起止时间。例如 科技副总。依据鄂教科函〔2023〕2号五。 */
export type GraphHbPosting = {
  readonly __typename?: 'HbPosting';
  /** 选派还是联络，例如 PROGRAMME。 */
  readonly kind?: Maybe<GraphHbPostingKind>;
  /** 名目，例如 科技副总。 */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** 派出单位，例如 organization:10486。 */
  readonly sendingUnit?: Maybe<GraphOrganization>;
  /** 来源写的派出单位，例如 武汉大学。 */
  readonly sendingUnitText?: Maybe<Scalars['String']['output']>;
};

/** 选派还是联络。例如 LIAISON。依据鄂教科函〔2023〕2号五。 */
export type GraphHbPostingKind =
  /** 选派专项。院士专家企业行、科技副职、科技副总、博士服务团、科技特派员、三区人才等。 */
  | 'PROGRAMME'
  /** 企业创新联络员。 */
  | 'LIAISON';



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
  Organization: GraphOrganization;
  Talent: GraphTalent;
};

/** Mapping of federation reference types */
export type GraphFederationReferenceTypes = {
  Demand:
    ( { __typename: 'Demand' }
    & GraphQLRecursivePick<GraphFederationTypes['Demand'], {"id":true}> );
  Organization:
    ( { __typename: 'Organization' }
    & GraphQLRecursivePick<GraphFederationTypes['Organization'], {"id":true}> );
  Talent:
    ( { __typename: 'Talent' }
    & GraphQLRecursivePick<GraphFederationTypes['Talent'], {"id":true}> );
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
  Demand: ResolverTypeWrapper<any>;
  HbSpecialAction: ResolverTypeWrapper<HbSpecialAction>;
  HbEligibility: ResolverTypeWrapper<any>;
  HbLocalReview: ResolverTypeWrapper<any>;
  HbPlatformReview: ResolverTypeWrapper<any>;
  HbContract: ResolverTypeWrapper<any>;
  HbDeadline: ResolverTypeWrapper<any>;
  HbSubsidyConflict: ResolverTypeWrapper<HbSubsidyConflict>;
  HbReturn: ResolverTypeWrapper<any>;
  HbSpecialActionFilter: ResolverTypeWrapper<any>;
  HbSpecialActionOrder: ResolverTypeWrapper<any>;
  HbSpecialActionOrderField: ResolverTypeWrapper<any>;
  HbSpecialActionFacet: ResolverTypeWrapper<any>;
  HbSpecialActionConnection: ResolverTypeWrapper<any>;
  HbSpecialActionEdge: ResolverTypeWrapper<any>;
  Float: ResolverTypeWrapper<any>;
  Organization: ResolverTypeWrapper<any>;
  HbDoctorates: ResolverTypeWrapper<any>;
  Talent: ResolverTypeWrapper<any>;
  HbPosting: ResolverTypeWrapper<any>;
  HbPostingKind: ResolverTypeWrapper<any>;
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
  Demand: any;
  HbSpecialAction: HbSpecialAction;
  HbEligibility: any;
  HbLocalReview: any;
  HbContract: any;
  HbDeadline: any;
  HbSubsidyConflict: HbSubsidyConflict;
  HbReturn: any;
  HbSpecialActionFilter: any;
  HbSpecialActionOrder: any;
  HbSpecialActionConnection: any;
  HbSpecialActionEdge: any;
  Float: any;
  Organization: any;
  HbDoctorates: any;
  Talent: any;
  HbPosting: any;
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
  hbSpecialActions?: Resolver<Maybe<GraphResolversTypes['HbSpecialActionConnection']>, ParentType, ContextType, Partial<GraphQuery_HbSpecialActionsArgs>>;
  hbSubsidyConflicts?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['HbSubsidyConflict']>>, ParentType, ContextType, Partial<GraphQuery_HbSubsidyConflictsArgs>>;
  hbReturns?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['HbReturn']>>, ParentType, ContextType, RequireFields<GraphQuery_HbReturnsArgs, 'monthly'>>;
  hbIndicators?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['Indicator']>>, ParentType, ContextType>;
};

export type GraphLibraryResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Library'] = GraphResolversParentTypes['Library']> = {
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
};

export type GraphDemandResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Demand'] = GraphResolversParentTypes['Demand'], FederationReferenceType extends GraphFederationReferenceTypes['Demand'] = GraphFederationReferenceTypes['Demand']> = {
  __resolveReference?: ReferenceResolver<Maybe<GraphResolversTypes['Demand']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
  specialAction?: Resolver<Maybe<GraphResolversTypes['HbSpecialAction']>, ParentType, ContextType>;
};

export type GraphHbSpecialActionResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['HbSpecialAction'] = GraphResolversParentTypes['HbSpecialAction']> = {
  demand?: Resolver<Maybe<GraphResolversTypes['Demand']>, ParentType, ContextType>;
  enterprise?: Resolver<Maybe<GraphResolversTypes['Organization']>, ParentType, ContextType>;
  enterpriseText?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<GraphResolversTypes['CodedValue']>, ParentType, ContextType>;
  statusText?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  eligibility?: Resolver<Maybe<GraphResolversTypes['HbEligibility']>, ParentType, ContextType>;
  localReview?: Resolver<Maybe<GraphResolversTypes['HbLocalReview']>, ParentType, ContextType>;
  platformReview?: Resolver<Maybe<GraphResolversTypes['HbPlatformReview']>, ParentType, ContextType>;
  returnReason?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  contract?: Resolver<Maybe<GraphResolversTypes['HbContract']>, ParentType, ContextType>;
  amountDeviation?: Resolver<Maybe<GraphResolversTypes['Decimal']>, ParentType, ContextType>;
  isFunded?: Resolver<Maybe<GraphResolversTypes['Boolean']>, ParentType, ContextType>;
  subsidy?: Resolver<Maybe<GraphResolversTypes['Decimal']>, ParentType, ContextType>;
  subsidyText?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  subsidyCap?: Resolver<Maybe<GraphResolversTypes['Decimal']>, ParentType, ContextType>;
  deadlines?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['HbDeadline']>>, ParentType, ContextType>;
  flags?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['Flag']>>, ParentType, ContextType>;
};

export type GraphHbEligibilityResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['HbEligibility'] = GraphResolversParentTypes['HbEligibility']> = {
  isEligible?: Resolver<Maybe<GraphResolversTypes['Boolean']>, ParentType, ContextType>;
  isInHiTechZone?: Resolver<Maybe<GraphResolversTypes['Boolean']>, ParentType, ContextType>;
  hiTechZone?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  isInSmeLibrary?: Resolver<Maybe<GraphResolversTypes['Boolean']>, ParentType, ContextType>;
  smeLibraryNumber?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
};

export type GraphHbLocalReviewResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['HbLocalReview'] = GraphResolversParentTypes['HbLocalReview']> = {
  opinion?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  authority?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  isRecommended?: Resolver<Maybe<GraphResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type GraphHbContractResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['HbContract'] = GraphResolversParentTypes['HbContract']> = {
  number?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<GraphResolversTypes['CodedValue']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<GraphResolversTypes['Decimal']>, ParentType, ContextType>;
  amountText?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  hasInvoice?: Resolver<Maybe<GraphResolversTypes['Boolean']>, ParentType, ContextType>;
  hasTransferRecord?: Resolver<Maybe<GraphResolversTypes['Boolean']>, ParentType, ContextType>;
  isEvidenceComplete?: Resolver<Maybe<GraphResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type GraphHbDeadlineResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['HbDeadline'] = GraphResolversParentTypes['HbDeadline']> = {
  title?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<GraphResolversTypes['PartialDate']>, ParentType, ContextType>;
  clause?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  isDone?: Resolver<Maybe<GraphResolversTypes['Boolean']>, ParentType, ContextType>;
  isMissed?: Resolver<Maybe<GraphResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type GraphHbSubsidyConflictResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['HbSubsidyConflict'] = GraphResolversParentTypes['HbSubsidyConflict']> = {
  enterprise?: Resolver<Maybe<GraphResolversTypes['Organization']>, ParentType, ContextType>;
  enterpriseText?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  subsidy?: Resolver<Maybe<GraphResolversTypes['Decimal']>, ParentType, ContextType>;
  items?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['HbSpecialAction']>>, ParentType, ContextType>;
};

export type GraphHbReturnResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['HbReturn'] = GraphResolversParentTypes['HbReturn']> = {
  reason?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  authority?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<GraphResolversTypes['CodedValue']>, ParentType, ContextType>;
  month?: Resolver<Maybe<GraphResolversTypes['PartialDate']>, ParentType, ContextType>;
  count?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
};

export type GraphHbSpecialActionConnectionResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['HbSpecialActionConnection'] = GraphResolversParentTypes['HbSpecialActionConnection']> = {
  edges?: Resolver<ReadonlyArray<GraphResolversTypes['HbSpecialActionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<GraphResolversTypes['HbSpecialAction']>, ParentType, ContextType>;
  pageInfo?: Resolver<GraphResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
  facets?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['Facet']>>, ParentType, ContextType, RequireFields<GraphHbSpecialActionConnection_FacetsArgs, 'by'>>;
  sources?: Resolver<ReadonlyArray<GraphResolversTypes['SourceStatus']>, ParentType, ContextType>;
  complete?: Resolver<GraphResolversTypes['Boolean'], ParentType, ContextType>;
};

export type GraphHbSpecialActionEdgeResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['HbSpecialActionEdge'] = GraphResolversParentTypes['HbSpecialActionEdge']> = {
  cursor?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<GraphResolversTypes['HbSpecialAction'], ParentType, ContextType>;
  score?: Resolver<Maybe<GraphResolversTypes['Float']>, ParentType, ContextType>;
};

export type GraphOrganizationResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Organization'] = GraphResolversParentTypes['Organization'], FederationReferenceType extends GraphFederationReferenceTypes['Organization'] = GraphFederationReferenceTypes['Organization']> = {
  __resolveReference?: ReferenceResolver<Maybe<GraphResolversTypes['Organization']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
  residentDoctorateRatio?: Resolver<Maybe<GraphResolversTypes['Decimal']>, ParentType, ContextType>;
  hbDoctorates?: Resolver<Maybe<GraphResolversTypes['HbDoctorates']>, ParentType, ContextType>;
};

export type GraphHbDoctoratesResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['HbDoctorates'] = GraphResolversParentTypes['HbDoctorates']> = {
  listed?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
  posted?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
};

export type GraphTalentResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Talent'] = GraphResolversParentTypes['Talent'], FederationReferenceType extends GraphFederationReferenceTypes['Talent'] = GraphFederationReferenceTypes['Talent']> = {
  __resolveReference?: ReferenceResolver<Maybe<GraphResolversTypes['Talent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
  postings?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['HbPosting']>>, ParentType, ContextType>;
};

export type GraphHbPostingResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['HbPosting'] = GraphResolversParentTypes['HbPosting']> = {
  kind?: Resolver<Maybe<GraphResolversTypes['HbPostingKind']>, ParentType, ContextType>;
  title?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  sendingUnit?: Resolver<Maybe<GraphResolversTypes['Organization']>, ParentType, ContextType>;
  sendingUnitText?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
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
  Demand?: GraphDemandResolvers<ContextType>;
  HbSpecialAction?: GraphHbSpecialActionResolvers<ContextType>;
  HbEligibility?: GraphHbEligibilityResolvers<ContextType>;
  HbLocalReview?: GraphHbLocalReviewResolvers<ContextType>;
  HbContract?: GraphHbContractResolvers<ContextType>;
  HbDeadline?: GraphHbDeadlineResolvers<ContextType>;
  HbSubsidyConflict?: GraphHbSubsidyConflictResolvers<ContextType>;
  HbReturn?: GraphHbReturnResolvers<ContextType>;
  HbSpecialActionConnection?: GraphHbSpecialActionConnectionResolvers<ContextType>;
  HbSpecialActionEdge?: GraphHbSpecialActionEdgeResolvers<ContextType>;
  Organization?: GraphOrganizationResolvers<ContextType>;
  HbDoctorates?: GraphHbDoctoratesResolvers<ContextType>;
  Talent?: GraphTalentResolvers<ContextType>;
  HbPosting?: GraphHbPostingResolvers<ContextType>;
};

export type GraphDirectiveResolvers<ContextType = Context> = {
  exportable?: GraphExportableDirectiveResolver<any, any, ContextType>;
  sharing?: GraphSharingDirectiveResolver<any, any, ContextType>;
};
