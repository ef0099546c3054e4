// Generated from schema.graphql by `npm run generate`.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Demand } from './queries.ts';
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
  /** 跨省的技术需求列表。例如 demands(filter: {province: [HUBEI, LIAONING]}, first: 20)。 */
  readonly demands?: Maybe<GraphDemandConnection>;
};


export type GraphQuery_DemandsArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<GraphDemandFilter>;
  orderBy?: InputMaybe<ReadonlyArray<GraphDemandOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  restricted?: InputMaybe<Scalars['Boolean']['input']>;
  asOf?: InputMaybe<Scalars['PartialDate']['input']>;
};

/** 资源库。例如 湖北专项技术需求库。 */
export type GraphLibrary = {
  readonly __typename?: 'Library';
  /** 资源库编号，例如 hb-std-demand。 */
  readonly id: Scalars['ID']['output'];
};

/** 单位。例如 提出需求的企业。 */
export type GraphOrganization = {
  readonly __typename?: 'Organization';
  /** 单位的 id，例如 organization:91420100MAYYTERT8Q。 */
  readonly id: Scalars['ID']['output'];
  /** 这家单位公开的技术需求，按 id 排序。例如 demands(first: 10)。 */
  readonly demands?: Maybe<GraphRelatedDemandConnection>;
};


/** 单位。例如 提出需求的企业。 */
export type GraphOrganization_DemandsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** 技术需求：企业希望由高校和科研人员解决的技术问题。例如 高功率激光器散热结构优化。依据鄂科技通〔2020〕67号一(一)。 */
export type GraphDemand = GraphNode & GraphRecord & {
  readonly __typename?: 'Demand';
  /** 全局唯一的 id，例如 hb-std-demand:XQ2020000123。 */
  readonly id: Scalars['ID']['output'];
  /** 来源库内部的需求编号，例如 XQ2020000123。 */
  readonly localId: Scalars['String']['output'];
  /** 所属资源库，例如 湖北专项技术需求库。 */
  readonly library: GraphLibrary;
  /** 资源库所属的省，例如 HUBEI。 */
  readonly province?: Maybe<GraphProvince>;
  /** 出处，例如 page-1.json 第 12 行。 */
  readonly provenance: GraphProvenance;
  /** 入库检查时存疑之处，例如 AMOUNT_BELOW_MINIMUM。 */
  readonly flags: ReadonlyArray<GraphFlag>;
  /** 来源给出的更新日期，例如 2020-11-05。 */
  readonly updatedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** 需求名称，例如 高功率激光器散热结构优化。 */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** 需求描述或技术难题，例如 现有结构在 6 千瓦以上时温升过高。 */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** 关键技术指标，例如 温升不超过 35 摄氏度。 */
  readonly keyIndicators?: Maybe<Scalars['String']['output']>;
  /** 提出需求的企业。凭统一社会信用代码对应；对应不上时为空，见 enterpriseText。例如 organization:91420100MAYYTERT8Q。 */
  readonly enterprise?: Maybe<GraphOrganization>;
  /** 来源写的企业名称，例如 武汉示例光电有限公司。 */
  readonly enterpriseText?: Maybe<Scalars['String']['output']>;
  /** 需求类别，一至五类，说的是需求的内容。例如 1 产品创新与技术攻关类。来源没有这种分类时为 UNMAPPED 或空。依据鄂科技通〔2020〕67号一(二)。 */
  readonly category?: Maybe<GraphCodedValue>;
  /** 合同类型，说的是用什么方式购买。例如 DEVELOPMENT 技术开发。依据《民法典》第八百四十三条。 */
  readonly contractKind?: Maybe<GraphCodedValue>;
  /** 合作方式，来源原文，说的是谁和谁合作。例如 委托开发。 */
  readonly cooperationMode?: Maybe<Scalars['String']['output']>;
  /** 所属产业，按来源自己的体系，并给出对应编码。例如 高端装备。 */
  readonly industries?: Maybe<ReadonlyArray<GraphCodedValue>>;
  /** 意向金额，单位为元，例如 "800000"。来源未填或单位不明而无法理解时为空。依据鄂科技通〔2020〕67号一(一)。 */
  readonly intendedAmount?: Maybe<Scalars['Decimal']['output']>;
  /** 来源写的意向金额，例如 80万元。 */
  readonly intendedAmountText?: Maybe<Scalars['String']['output']>;
  /** 需求状态，统一口径，例如 PUBLISHED。 */
  readonly status?: Maybe<GraphDemandStatus>;
  /** 来源写的状态，例如 已发布。 */
  readonly statusText?: Maybe<Scalars['String']['output']>;
  /** 需求所在地区，例如 420100 武汉市。 */
  readonly region?: Maybe<GraphCodedValue>;
  /** 期望完成时间或截止日期，例如 2021-11-30。 */
  readonly deadline?: Maybe<Scalars['PartialDate']['output']>;
  /** 发布日期，例如 2020-11-05。 */
  readonly publishedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** 已推送的高校数，例如 12。依据黑龙江省实施方案（半年统一推送）。 */
  readonly pushedUniversities?: Maybe<Scalars['Int']['output']>;
  /** 更新批次，例如 2023H1。 */
  readonly period?: Maybe<Scalars['String']['output']>;
};

/** 需求状态，各省状态的统一口径。例如 PUBLISHED。依据鄂科技通〔2020〕67号一(三)至四(四)。 */
export type GraphDemandStatus =
  /** 草稿。企业正在填写。 */
  | 'DRAFT'
  /** 审核中。地方初审或平台审核。 */
  | 'IN_REVIEW'
  /** 已退回。须说明原因，可以修改后再报。 */
  | 'RETURNED'
  /** 已发布。审核通过，可以对接。 */
  | 'PUBLISHED'
  /** 对接中。正在与科技人员沟通方案。 */
  | 'MATCHING'
  /** 已签约。已签订技术合同。 */
  | 'CONTRACTED'
  /** 已立项。获得资助。 */
  | 'FUNDED'
  /** 未立项。未获资助，合同照常执行。 */
  | 'NOT_FUNDED'
  /** 实施中。 */
  | 'EXECUTING'
  /** 已验收。企业自主验收。 */
  | 'ACCEPTED'
  /** 已评价。专门机构绩效评价。 */
  | 'EVALUATED'
  /** 已撤销。 */
  | 'WITHDRAWN';

/** 需求的筛选条件，各项之间为“且”，列表内为“或”。例如 {province: [HUBEI], intendedAmount: {gte: "100000"}}。 */
export type GraphDemandFilter = {
  /** 省，例如 [HUBEI, LIAONING]。 */
  readonly province?: InputMaybe<ReadonlyArray<GraphProvince>>;
  /** 资源库编号，例如 ["hb-std-demand"]。 */
  readonly library?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 地区代码，可只给省或市，例如 ["420100"]。 */
  readonly region?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 产业代码：统一领域（HIGH_EQUIP）、各省自己的代码（54）或国民经济行业大类（C34）。例如 ["HIGH_EQUIP"]。 */
  readonly industry?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 需求类别代码，例如 ["1"]。 */
  readonly category?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 合同类型代码，例如 ["DEVELOPMENT"]。 */
  readonly contractKind?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 状态，例如 [PUBLISHED]。 */
  readonly status?: InputMaybe<ReadonlyArray<GraphDemandStatus>>;
  /** 企业，例如 ["organization:91420100MAYYTERT8Q"]。 */
  readonly enterprise?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 意向金额区间，单位为元，例如 {gte: "100000"}。 */
  readonly intendedAmount?: InputMaybe<GraphDecimalRange>;
  /** 更新日期区间，例如 {gte: "2023"}。 */
  readonly updatedOn?: InputMaybe<GraphPartialDateRange>;
  /** 截止日期区间，例如 {gte: "2023-07"}。 */
  readonly deadline?: InputMaybe<GraphPartialDateRange>;
};

/** 需求的一项排序。例如 {field: INTENDED_AMOUNT, direction: DESC}。 */
export type GraphDemandOrder = {
  /** 按什么排，例如 INTENDED_AMOUNT。 */
  readonly field: GraphDemandOrderField;
  /** 方向，默认 ASC。例如 DESC。 */
  readonly direction?: GraphSortDirection;
};

/** 需求可以按什么排序。例如 INTENDED_AMOUNT。 */
export type GraphDemandOrderField =
  /** 名称。按拼音。 */
  | 'TITLE'
  /** 意向金额。未知的排在最后。 */
  | 'INTENDED_AMOUNT'
  /** 更新日期。未知的排在最后。 */
  | 'UPDATED_ON'
  /** 截止日期。未知的排在最后。 */
  | 'DEADLINE';

/** 需求的统计维度。例如 INDUSTRY。 */
export type GraphDemandFacet =
  /** 省。 */
  | 'PROVINCE'
  /** 资源库。 */
  | 'LIBRARY'
  /** 地区。到市一级。 */
  | 'REGION'
  /** 产业。按统一领域。 */
  | 'INDUSTRY'
  /** 需求类别。一至五类。 */
  | 'CATEGORY'
  /** 合同类型。 */
  | 'CONTRACT_KIND'
  /** 状态。 */
  | 'STATUS'
  /** 年份。按更新日期。 */
  | 'YEAR';

/** 需求列表的一页，以及总数、统计和各来源库的状态。例如 totalCount: 150。 */
export type GraphDemandConnection = {
  readonly __typename?: 'DemandConnection';
  /** 本页各条及其游标，例如 cursor 与 node。 */
  readonly edges: ReadonlyArray<GraphDemandEdge>;
  /** 本页各条需求，例如 first: 20 时最多 20 条。 */
  readonly nodes: ReadonlyArray<GraphDemand>;
  /** 分页信息，例如 hasNextPage: true。 */
  readonly pageInfo: GraphPageInfo;
  /** 符合条件的总数，例如 150。超过时限时为空。 */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  /** 分面统计，每个维度不受自己的筛选影响。例如 facets(by: [PROVINCE, INDUSTRY])。超过时限时为空。 */
  readonly facets?: Maybe<ReadonlyArray<GraphFacet>>;
  /** 参与本列表的各来源库的状态，例如 hb-std-demand OK。 */
  readonly sources: ReadonlyArray<GraphSourceStatus>;
  /** 各来源库是否都已应答，例如 true。 */
  readonly complete: Scalars['Boolean']['output'];
};


/** 需求列表的一页，以及总数、统计和各来源库的状态。例如 totalCount: 150。 */
export type GraphDemandConnection_FacetsArgs = {
  by: ReadonlyArray<GraphDemandFacet>;
};

/** 列表中的一条需求。例如 游标与相关度。 */
export type GraphDemandEdge = {
  readonly __typename?: 'DemandEdge';
  /** 这一条的游标，可传给 after 或 before，例如 after: "…"。 */
  readonly cursor: Scalars['String']['output'];
  /** 需求，例如 hb-std-demand:XQ2020000123。 */
  readonly node: GraphDemand;
  /** 相关度，仅在按相关度排序时有值，例如 0.6。 */
  readonly score?: Maybe<Scalars['Float']['output']>;
};

/** 某个单位名下的需求，按 id 排序。例如 totalCount: 3。 */
export type GraphRelatedDemandConnection = {
  readonly __typename?: 'RelatedDemandConnection';
  /** 本页各条及其游标，例如 cursor 与 node。 */
  readonly edges: ReadonlyArray<GraphDemandEdge>;
  /** 本页各条需求，例如 first: 20 时最多 20 条。 */
  readonly nodes: ReadonlyArray<GraphDemand>;
  /** 分页信息，例如 hasNextPage: false。 */
  readonly pageInfo: GraphPageInfo;
  /** 总数，例如 3。 */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
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
  Demand: GraphDemand;
};

/** Mapping of federation reference types */
export type GraphFederationReferenceTypes = {
  Organization:
    ( { __typename: 'Organization' }
    & GraphQLRecursivePick<GraphFederationTypes['Organization'], {"id":true}> );
  Demand:
    ( { __typename: 'Demand' }
    & GraphQLRecursivePick<GraphFederationTypes['Demand'], {"id":true}> );
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
  Demand: ResolverTypeWrapper<Demand>;
  DemandStatus: ResolverTypeWrapper<any>;
  DemandFilter: ResolverTypeWrapper<any>;
  DemandOrder: ResolverTypeWrapper<any>;
  DemandOrderField: ResolverTypeWrapper<any>;
  DemandFacet: ResolverTypeWrapper<any>;
  DemandConnection: ResolverTypeWrapper<any>;
  DemandEdge: ResolverTypeWrapper<any>;
  Float: ResolverTypeWrapper<any>;
  RelatedDemandConnection: ResolverTypeWrapper<any>;
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
  Demand: Demand;
  DemandFilter: any;
  DemandOrder: any;
  DemandConnection: any;
  DemandEdge: any;
  Float: any;
  RelatedDemandConnection: any;
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
  __resolveType: TypeResolveFn<'Demand', ParentType, ContextType>;
};

export type GraphRecordResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Record'] = GraphResolversParentTypes['Record']> = {
  __resolveType: TypeResolveFn<'Demand', ParentType, ContextType>;
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
  demands?: Resolver<Maybe<GraphResolversTypes['DemandConnection']>, ParentType, ContextType, Partial<GraphQuery_DemandsArgs>>;
};

export type GraphLibraryResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Library'] = GraphResolversParentTypes['Library']> = {
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
};

export type GraphOrganizationResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Organization'] = GraphResolversParentTypes['Organization'], FederationReferenceType extends GraphFederationReferenceTypes['Organization'] = GraphFederationReferenceTypes['Organization']> = {
  __resolveReference?: ReferenceResolver<Maybe<GraphResolversTypes['Organization']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
  demands?: Resolver<Maybe<GraphResolversTypes['RelatedDemandConnection']>, ParentType, ContextType, Partial<GraphOrganization_DemandsArgs>>;
};

export type GraphDemandResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Demand'] = GraphResolversParentTypes['Demand'], FederationReferenceType extends GraphFederationReferenceTypes['Demand'] = GraphFederationReferenceTypes['Demand']> = {
  __resolveReference?: ReferenceResolver<Maybe<GraphResolversTypes['Demand']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
  localId?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  library?: Resolver<GraphResolversTypes['Library'], ParentType, ContextType>;
  province?: Resolver<Maybe<GraphResolversTypes['Province']>, ParentType, ContextType>;
  provenance?: Resolver<GraphResolversTypes['Provenance'], ParentType, ContextType>;
  flags?: Resolver<ReadonlyArray<GraphResolversTypes['Flag']>, ParentType, ContextType>;
  updatedOn?: Resolver<Maybe<GraphResolversTypes['PartialDate']>, ParentType, ContextType>;
  title?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  keyIndicators?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  enterprise?: Resolver<Maybe<GraphResolversTypes['Organization']>, ParentType, ContextType>;
  enterpriseText?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  category?: Resolver<Maybe<GraphResolversTypes['CodedValue']>, ParentType, ContextType>;
  contractKind?: Resolver<Maybe<GraphResolversTypes['CodedValue']>, ParentType, ContextType>;
  cooperationMode?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  industries?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['CodedValue']>>, ParentType, ContextType>;
  intendedAmount?: Resolver<Maybe<GraphResolversTypes['Decimal']>, ParentType, ContextType>;
  intendedAmountText?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<GraphResolversTypes['DemandStatus']>, ParentType, ContextType>;
  statusText?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<GraphResolversTypes['CodedValue']>, ParentType, ContextType>;
  deadline?: Resolver<Maybe<GraphResolversTypes['PartialDate']>, ParentType, ContextType>;
  publishedOn?: Resolver<Maybe<GraphResolversTypes['PartialDate']>, ParentType, ContextType>;
  pushedUniversities?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
  period?: Resolver<Maybe<GraphResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GraphDemandConnectionResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['DemandConnection'] = GraphResolversParentTypes['DemandConnection']> = {
  edges?: Resolver<ReadonlyArray<GraphResolversTypes['DemandEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<GraphResolversTypes['Demand']>, ParentType, ContextType>;
  pageInfo?: Resolver<GraphResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
  facets?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['Facet']>>, ParentType, ContextType, RequireFields<GraphDemandConnection_FacetsArgs, 'by'>>;
  sources?: Resolver<ReadonlyArray<GraphResolversTypes['SourceStatus']>, ParentType, ContextType>;
  complete?: Resolver<GraphResolversTypes['Boolean'], ParentType, ContextType>;
};

export type GraphDemandEdgeResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['DemandEdge'] = GraphResolversParentTypes['DemandEdge']> = {
  cursor?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<GraphResolversTypes['Demand'], ParentType, ContextType>;
  score?: Resolver<Maybe<GraphResolversTypes['Float']>, ParentType, ContextType>;
};

export type GraphRelatedDemandConnectionResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['RelatedDemandConnection'] = GraphResolversParentTypes['RelatedDemandConnection']> = {
  edges?: Resolver<ReadonlyArray<GraphResolversTypes['DemandEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<GraphResolversTypes['Demand']>, ParentType, ContextType>;
  pageInfo?: Resolver<GraphResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
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
  DemandConnection?: GraphDemandConnectionResolvers<ContextType>;
  DemandEdge?: GraphDemandEdgeResolvers<ContextType>;
  RelatedDemandConnection?: GraphRelatedDemandConnectionResolvers<ContextType>;
};

export type GraphDirectiveResolvers<ContextType = Context> = {
  exportable?: GraphExportableDirectiveResolver<any, any, ContextType>;
  sharing?: GraphSharingDirectiveResolver<any, any, ContextType>;
};
