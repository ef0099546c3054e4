// Generated from schema.graphql by `npm run generate`.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Link } from './queries.ts';
import type { Context } from './loaders.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
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
  /** 不同资源库中可能是同一对象的记录，成对列出，最可能的在前，只作关联、从不合并。例如 links(filter: {status: [SUGGESTED]}, first: 20)。 */
  readonly links?: Maybe<GraphLinkConnection>;
};


export type GraphQuery_LinksArgs = {
  filter?: InputMaybe<GraphLinkFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** 关联的筛选条件，各项之间为“且”，列表内为“或”。例如 {status: [SUGGESTED], library: ["ln-patent"]}。 */
export type GraphLinkFilter = {
  /** 对象的种类，例如 [PATENT]。 */
  readonly kind?: InputMaybe<ReadonlyArray<GraphLinkedKind>>;
  /** 状态，例如 [SUGGESTED]。 */
  readonly status?: InputMaybe<ReadonlyArray<GraphLinkStatus>>;
  /** 任一方所在的资源库，例如 ["ln-patent"]。 */
  readonly library?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** 关联对象的种类。例如 patent。 */
export type GraphLinkedKind =
  /** 单位。 */
  | 'ORGANIZATION'
  /** 人才和团队。 */
  | 'TALENT'
  /** 成果和项目。 */
  | 'ACHIEVEMENT'
  /** 专利。 */
  | 'PATENT';

/** 关联的状态。例如 SUGGESTED。 */
export type GraphLinkStatus =
  /** 凭官方编号认定。如申请号、统一社会信用代码相同。 */
  | 'IDENTIFIED'
  /** 系统提示，待人工核对。 */
  | 'SUGGESTED'
  /** 已由人工确认。 */
  | 'CONFIRMED'
  /** 已由人工否定。 */
  | 'REJECTED';

/** 关联的依据方式。例如 FEATURES。 */
export type GraphLinkMethod =
  /** 官方编号相同。 */
  | 'OFFICIAL_NUMBER'
  /** 多项特征相同。绝不只凭姓名或名称。 */
  | 'FEATURES';

/** 双方相同的特征。例如 PATENT。 */
export type GraphLinkFeature =
  /** 官方编号。统一社会信用代码或教育部学校代码。 */
  | 'OFFICIAL_CODE'
  /** 专利申请号。 */
  | 'PATENT'
  /** 成果名称。 */
  | 'TITLE'
  /** 姓名或名称。 */
  | 'NAME'
  /** 所在单位。 */
  | 'ORGANIZATION'
  /** 所在地区。 */
  | 'REGION'
  /** 学科。 */
  | 'DISCIPLINE';

/** 一页关联。例如 totalCount: 12。 */
export type GraphLinkConnection = {
  readonly __typename?: 'LinkConnection';
  /** 本页的关联，例如 first: 20 时最多 20 对。 */
  readonly nodes: ReadonlyArray<GraphLink>;
  /** 分页信息，例如 hasNextPage: true。 */
  readonly pageInfo: GraphPageInfo;
  /** 符合条件的总数，例如 12。 */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** 一对关联：两个资源库中可能是同一对象的两条记录，可以确认、否定，也可以撤回。例如 同一件专利在湖北与辽宁两库。 */
export type GraphLink = {
  readonly __typename?: 'Link';
  /** 关联的编号，由双方决定，不随批次改变，例如 q3Jw0fVd6t2aRk1Z。 */
  readonly id: Scalars['ID']['output'];
  /** 对象的种类，例如 PATENT。 */
  readonly kind: GraphLinkedKind;
  /** 双方，例如 hb-ip-patent 与 ln-patent 中的两条。 */
  readonly sides: ReadonlyArray<GraphLinkSide>;
  /** 依据方式，例如 OFFICIAL_NUMBER。 */
  readonly method: GraphLinkMethod;
  /** 把握，0 到 1，例如 0.86。官方编号相同为 1。 */
  readonly score: Scalars['Float']['output'];
  /** 双方相同的特征，例如 PATENT CN2020190000019。 */
  readonly evidence: ReadonlyArray<GraphLinkEvidence>;
  /** 状态，例如 SUGGESTED。 */
  readonly status: GraphLinkStatus;
  /** 人工决定的时间，例如 2023-12-15T08:00:00Z。未经人工时为空。 */
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** 关联的一方。例如 ln-patent 中的一条专利。 */
export type GraphLinkSide = {
  readonly __typename?: 'LinkSide';
  /** 所在的资源库，例如 ln-patent。 */
  readonly library: GraphLibrary;
  /** 记录，例如 ln-patent:CN2020190000019。 */
  readonly record?: Maybe<GraphNode>;
};

/** 双方相同的一项特征。例如 PATENT CN2020190000019。 */
export type GraphLinkEvidence = {
  readonly __typename?: 'LinkEvidence';
  /** 特征，例如 PATENT。 */
  readonly feature: GraphLinkFeature;
  /** 双方相同的值，已统一写法，例如 CN2020190000019。 */
  readonly value: Scalars['String']['output'];
};

/** 资源库。例如 辽宁专利库。 */
export type GraphLibrary = {
  readonly __typename?: 'Library';
  /** 资源库编号，例如 ln-patent。 */
  readonly id: Scalars['ID']['output'];
};

/** 单位。例如 武汉大学。 */
export type GraphOrganization = GraphNode & {
  readonly __typename?: 'Organization';
  /** 单位的 id，例如 organization:10486。 */
  readonly id: Scalars['ID']['output'];
  /** 其他资源库中可能是同一单位的记录，最可能的在前，例如 凭统一社会信用代码认定的一条。已否定的不在其中。 */
  readonly links?: Maybe<ReadonlyArray<GraphLink>>;
};

/** 人才和团队。例如 激光先进制造团队。 */
export type GraphTalent = GraphNode & {
  readonly __typename?: 'Talent';
  /** 全局唯一的 id，例如 hb-edu-talent:HBHX-10486-0001。 */
  readonly id: Scalars['ID']['output'];
  /** 其他资源库中可能是同一人或同一团队的记录，最可能的在前，例如 待核对的一条。已否定的不在其中。 */
  readonly links?: Maybe<ReadonlyArray<GraphLink>>;
};

/** 成果和项目。例如 高功率激光熔覆成套装备。 */
export type GraphAchievement = GraphNode & {
  readonly __typename?: 'Achievement';
  /** 全局唯一的 id，例如 hl-achievement:CG2023001。 */
  readonly id: Scalars['ID']['output'];
  /** 其他资源库中可能是同一成果的记录，最可能的在前，例如 待核对的一条。已否定的不在其中。 */
  readonly links?: Maybe<ReadonlyArray<GraphLink>>;
};

/** 专利。例如 一件发明专利。 */
export type GraphPatent = GraphNode & {
  readonly __typename?: 'Patent';
  /** 全局唯一的 id，例如 hb-ip-patent:CN2020190000019。 */
  readonly id: Scalars['ID']['output'];
  /** 其他资源库中的同一件专利，例如 凭申请号认定的一条。已否定的不在其中。 */
  readonly links?: Maybe<ReadonlyArray<GraphLink>>;
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
  Talent: GraphTalent;
  Achievement: GraphAchievement;
  Patent: GraphPatent;
};

/** Mapping of federation reference types */
export type GraphFederationReferenceTypes = {
  Organization:
    ( { __typename: 'Organization' }
    & GraphQLRecursivePick<GraphFederationTypes['Organization'], {"id":true}> );
  Talent:
    ( { __typename: 'Talent' }
    & GraphQLRecursivePick<GraphFederationTypes['Talent'], {"id":true}> );
  Achievement:
    ( { __typename: 'Achievement' }
    & GraphQLRecursivePick<GraphFederationTypes['Achievement'], {"id":true}> );
  Patent:
    ( { __typename: 'Patent' }
    & GraphQLRecursivePick<GraphFederationTypes['Patent'], {"id":true}> );
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
  LinkFilter: ResolverTypeWrapper<any>;
  LinkedKind: ResolverTypeWrapper<any>;
  LinkStatus: ResolverTypeWrapper<any>;
  LinkMethod: ResolverTypeWrapper<any>;
  LinkFeature: ResolverTypeWrapper<any>;
  LinkConnection: ResolverTypeWrapper<any>;
  Link: ResolverTypeWrapper<Link>;
  Float: ResolverTypeWrapper<any>;
  LinkSide: ResolverTypeWrapper<any>;
  LinkEvidence: ResolverTypeWrapper<any>;
  Library: ResolverTypeWrapper<any>;
  Organization: ResolverTypeWrapper<any>;
  Talent: ResolverTypeWrapper<any>;
  Achievement: ResolverTypeWrapper<any>;
  Patent: ResolverTypeWrapper<any>;
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
  LinkFilter: any;
  LinkConnection: any;
  Link: Link;
  Float: any;
  LinkSide: any;
  LinkEvidence: any;
  Library: any;
  Organization: any;
  Talent: any;
  Achievement: any;
  Patent: any;
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
  __resolveType: TypeResolveFn<'Organization' | 'Talent' | 'Achievement' | 'Patent', ParentType, ContextType>;
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
  links?: Resolver<Maybe<GraphResolversTypes['LinkConnection']>, ParentType, ContextType, Partial<GraphQuery_LinksArgs>>;
};

export type GraphLinkConnectionResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['LinkConnection'] = GraphResolversParentTypes['LinkConnection']> = {
  nodes?: Resolver<ReadonlyArray<GraphResolversTypes['Link']>, ParentType, ContextType>;
  pageInfo?: Resolver<GraphResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<GraphResolversTypes['Int']>, ParentType, ContextType>;
};

export type GraphLinkResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Link'] = GraphResolversParentTypes['Link']> = {
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<GraphResolversTypes['LinkedKind'], ParentType, ContextType>;
  sides?: Resolver<ReadonlyArray<GraphResolversTypes['LinkSide']>, ParentType, ContextType>;
  method?: Resolver<GraphResolversTypes['LinkMethod'], ParentType, ContextType>;
  score?: Resolver<GraphResolversTypes['Float'], ParentType, ContextType>;
  evidence?: Resolver<ReadonlyArray<GraphResolversTypes['LinkEvidence']>, ParentType, ContextType>;
  status?: Resolver<GraphResolversTypes['LinkStatus'], ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<GraphResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type GraphLinkSideResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['LinkSide'] = GraphResolversParentTypes['LinkSide']> = {
  library?: Resolver<GraphResolversTypes['Library'], ParentType, ContextType>;
  record?: Resolver<Maybe<GraphResolversTypes['Node']>, ParentType, ContextType>;
};

export type GraphLinkEvidenceResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['LinkEvidence'] = GraphResolversParentTypes['LinkEvidence']> = {
  feature?: Resolver<GraphResolversTypes['LinkFeature'], ParentType, ContextType>;
  value?: Resolver<GraphResolversTypes['String'], ParentType, ContextType>;
};

export type GraphLibraryResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Library'] = GraphResolversParentTypes['Library']> = {
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
};

export type GraphOrganizationResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Organization'] = GraphResolversParentTypes['Organization'], FederationReferenceType extends GraphFederationReferenceTypes['Organization'] = GraphFederationReferenceTypes['Organization']> = {
  __resolveReference?: ReferenceResolver<Maybe<GraphResolversTypes['Organization']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
  links?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['Link']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GraphTalentResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Talent'] = GraphResolversParentTypes['Talent'], FederationReferenceType extends GraphFederationReferenceTypes['Talent'] = GraphFederationReferenceTypes['Talent']> = {
  __resolveReference?: ReferenceResolver<Maybe<GraphResolversTypes['Talent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
  links?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['Link']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GraphAchievementResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Achievement'] = GraphResolversParentTypes['Achievement'], FederationReferenceType extends GraphFederationReferenceTypes['Achievement'] = GraphFederationReferenceTypes['Achievement']> = {
  __resolveReference?: ReferenceResolver<Maybe<GraphResolversTypes['Achievement']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
  links?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['Link']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GraphPatentResolvers<ContextType = Context, ParentType extends GraphResolversParentTypes['Patent'] = GraphResolversParentTypes['Patent'], FederationReferenceType extends GraphFederationReferenceTypes['Patent'] = GraphFederationReferenceTypes['Patent']> = {
  __resolveReference?: ReferenceResolver<Maybe<GraphResolversTypes['Patent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<GraphResolversTypes['ID'], ParentType, ContextType>;
  links?: Resolver<Maybe<ReadonlyArray<GraphResolversTypes['Link']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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
  LinkConnection?: GraphLinkConnectionResolvers<ContextType>;
  Link?: GraphLinkResolvers<ContextType>;
  LinkSide?: GraphLinkSideResolvers<ContextType>;
  LinkEvidence?: GraphLinkEvidenceResolvers<ContextType>;
  Library?: GraphLibraryResolvers<ContextType>;
  Organization?: GraphOrganizationResolvers<ContextType>;
  Talent?: GraphTalentResolvers<ContextType>;
  Achievement?: GraphAchievementResolvers<ContextType>;
  Patent?: GraphPatentResolvers<ContextType>;
};

export type GraphDirectiveResolvers<ContextType = Context> = {
  exportable?: GraphExportableDirectiveResolver<any, any, ContextType>;
  sharing?: GraphSharingDirectiveResolver<any, any, ContextType>;
};
