import { heilongjiang4567 } from '#schema/codes/industry-schemes.ts'
import {
  boolean,
  coded,
  codedList,
  creditCode,
  enumerated,
  identifier,
  integer,
  list,
  moeCode,
  partialDate,
  patentNumber,
  patentNumbers,
  period,
  region,
  splitList,
  text,
  yuan,
} from '../cells.ts'
import { checkContractKind } from '../checks/contract.ts'
import { checkDiscipline } from '../checks/discipline.ts'
import { checkIndustry } from '../checks/industry.ts'
import { checkStage } from '../checks/maturity.ts'
import type { Alongside, CellReader, SheetStyle, Style } from '../style.ts'
import { again, fixedPart, legalStatus, patentType, royaltyPart, units } from './patent-cells.ts'

/**
 * Heilongjiang's half-year bundle, `HLJ_2023H1.zip`: six libraries as GB18030 CSV with Chinese headers, by comma or
 * tab, one file per library or per university. Every bundle holds the whole library; 更新批次 is the bundle in which
 * a row last changed.
 */
export const hlHalfyear: Style = {
  id: 'hl-halfyear',
  title: '黑龙江半年数据包',
  sheets: [talents(), projects(), demands(), achievements(), challenges(), ledger('csv'), ledger('xlsx')],
}

function university(): Alongside {
  return {
    record: 'organization',
    when: '单位代码',
    columns: [
      { column: '单位代码', to: 'moeCode', as: moeCode() },
      { column: '单位名称', to: 'name', as: text() },
      { column: '单位代码', to: 'type', as: () => ({ value: 'UNIVERSITY' }) },
    ],
  }
}

function talents(): SheetStyle {
  return {
    library: 'hl-talent',
    file: /^人才库.*\.csv$/i,
    format: 'csv',
    record: 'talent',
    // 序号 starts anew in every file, so a person is told by unit, name and discipline together.
    key: ['单位代码', '姓名', '学科代码'],
    columns: [
      { column: '序号' },
      { column: '单位代码', to: 'organization.moeCode', as: moeCode() },
      { column: '单位名称', to: 'organization.text', as: text() },
      { column: '姓名', to: 'name', as: text(), required: true },
      { column: '人才类型', to: 'type', as: enumerated({ 个人: 'PERSON', 团队: 'TEAM' }) },
      { column: '人才计划', to: 'programmes', as: list() },
      { column: '学科代码', to: 'disciplines', as: codedList(discipline) },
      { column: '研究方向', to: 'researchDirections', as: list() },
      { column: '可合作领域', to: 'cooperationAreas', as: list() },
      { column: '技术经理人', to: 'isTechnologyManager', as: boolean() },
      { column: '联系方式(脱敏)' }, // a masked number reaches nobody, so it is not kept
      { column: '更新批次', to: 'period', as: period() },
      { column: '更新批次', to: 'updatedOn', as: batchYear() },
      { column: '密级', gate: 'classified' },
    ],
    alongside: [university()],
  }
}

function projects(): SheetStyle {
  return {
    library: 'hl-project',
    file: /^项目库.*\.csv$/i,
    format: 'csv',
    record: 'achievement',
    columns: [
      { column: '项目编号', to: 'localId', as: identifier(), required: true },
      { column: '项目编号', to: 'type', as: () => ({ value: 'PROJECT' }) },
      { column: '项目名称', to: 'title', as: text(), required: true },
      { column: '完成单位', to: 'organization.text', as: text() },
      { column: '负责人', to: 'leader', as: text() },
      { column: '成熟度', to: 'maturity', as: coded(checkStage) },
      { column: '所属产业', to: 'industries', as: codedList(industry) },
      { column: '拟转化方式', to: 'transferModes', as: list() },
      { column: '简介', to: 'abstract', as: text() },
      { column: '是否含专利', gate: 'restricted' }, // the plan leaves patents out of the published project library
      { column: '是否涉密', gate: 'classified' },
      { column: '更新批次', to: 'period', as: period() },
      { column: '更新批次', to: 'updatedOn', as: batchYear() },
    ],
  }
}

function demands(): SheetStyle {
  return {
    library: 'hl-demand',
    file: /^需求库.*\.csv$/i,
    format: 'csv',
    record: 'demand',
    columns: [
      { column: '需求编号', to: 'localId', as: identifier(), required: true },
      { column: '企业名称', to: 'enterprise.text', as: text() },
      { column: '统一社会信用代码', to: 'enterprise.uscc', as: creditCode() },
      { column: '市(地)', to: 'region', as: region() },
      { column: '需求名称', to: 'title', as: text(), required: true },
      { column: '所属产业', to: 'industries', as: codedList(industry) },
      { column: '技术指标', to: 'keyIndicators', as: text() },
      { column: '意向投入', to: 'intendedAmount', as: yuan() }, // units stand in the cell, when they stand anywhere
      { column: '需求类型', to: 'contractKind', as: coded((raw) => checkContractKind(raw)) }, // how it is bought; what it is about is not asked here
      { column: '截止日期', to: 'deadline', as: partialDate() },
      { column: '推送高校数', to: 'pushedUniversities', as: integer() },
      { column: '更新批次', to: 'period', as: period() },
      { column: '更新批次', to: 'updatedOn', as: batchYear() },
      { column: '状态', to: 'statusText', as: text(), gate: { restrictedBy: ['已征集'] } }, // collected, not yet published
      {
        column: '状态',
        to: 'status',
        // Demands are published by pushing them to all universities in one go.
        as: enumerated({
          已征集: 'IN_REVIEW',
          已推送: 'PUBLISHED',
          已对接: 'MATCHING',
          已签约: 'CONTRACTED',
          已撤销: 'WITHDRAWN',
        }),
      },
    ],
    alongside: [
      {
        record: 'organization',
        when: '统一社会信用代码',
        columns: [
          { column: '统一社会信用代码', to: 'uscc', as: creditCode() },
          { column: '企业名称', to: 'name', as: text() },
          { column: '企业名称', to: 'type', as: () => ({ value: 'ENTERPRISE' }) },
          { column: '市(地)', to: 'region', as: region() },
        ],
      },
    ],
  }
}

function achievements(): SheetStyle {
  return {
    library: 'hl-achievement',
    file: /^成果库.*\.csv$/i,
    format: 'csv',
    record: 'achievement',
    columns: [
      { column: '成果编号', to: 'localId', as: identifier(), required: true },
      { column: '成果编号', to: 'type', as: () => ({ value: 'ACHIEVEMENT' }) },
      { column: '成果名称', to: 'title', as: text(), required: true },
      { column: '完成单位', to: 'organization.text', as: firstUnit() }, // the others stand with the patent
      { column: '专利号', to: 'patentNumbers', as: patentNumbers() },
      { column: '法律状态' },
      { column: '开放许可' },
      { column: '许可方式' },
      { column: '许可费(万元)' },
      { column: '许可期限(年)' },
      { column: '市场化前景', to: 'marketProspect', as: text() },
      { column: '更新批次', to: 'period', as: period() },
      { column: '更新批次', to: 'updatedOn', as: batchYear() },
    ],
    // Heilongjiang has no patent library of its own: patents and open licenses are columns of its achievements.
    alongside: [
      {
        record: 'patent',
        when: '专利号',
        columns: [
          { column: '专利号', to: 'localId', as: again(patentNumber()) },
          { column: '专利号', to: 'applicationNumber', as: patentNumber() },
          { column: '专利号', to: 'type', as: patentType() },
          { column: '成果名称', to: 'title', as: text() }, // the only title the row has
          { column: '完成单位', to: 'applicants', as: units() },
          { column: '法律状态', to: 'legalStatusText', as: text() },
          { column: '法律状态', to: 'legalStatus', as: legalStatus() },
          { column: '更新批次', to: 'updatedOn', as: batchYear() },
        ],
      },
      {
        record: 'openLicense',
        when: '开放许可',
        columns: [
          { column: '成果编号', to: 'localId', as: licenseId() },
          { column: '专利号', to: 'patentNumber', as: patentNumber() },
          { column: '专利号', to: 'patentType', as: patentType() },
          { column: '成果名称', to: 'patentTitle', as: text() },
          { column: '完成单位', to: 'licensors', as: units() },
          { column: '法律状态', to: 'legalStatus', as: again(legalStatus()) },
          { column: '许可方式', to: 'feeModeText', as: text() },
          {
            column: '许可方式',
            to: 'feeMode',
            as: enumerated({
              一次总付: 'ONE_OFF',
              提成: 'ROYALTY_SALES', // of sales unless said otherwise, as the national guidance reckons
              入门费加提成: 'ENTRY_PLUS_ROYALTY',
              分阶段许可: 'STAGED',
              免费: 'FREE',
            }),
          },
          { column: '许可费(万元)', to: 'fixedFee', as: fixedPart('万元') },
          { column: '许可费(万元)', to: 'royalty', as: royaltyPart() },
          { column: '许可期限(年)', to: 'termYears', as: integer() },
          { column: '更新批次', to: 'updatedOn', as: batchYear() },
        ],
      },
    ],
  }
}

function challenges(): SheetStyle {
  return {
    library: 'hl-challenge',
    file: /^揭榜挂帅.*\.csv$/i,
    format: 'csv',
    record: 'challenge',
    columns: [
      { column: '榜单编号', to: 'localId', as: identifier(), required: true },
      { column: '需求编号', to: 'demandLocalId', as: text() },
      { column: '发榜单位', to: 'poster.text', as: text() },
      { column: '榜单金额(万元)', to: 'amount', as: yuan('万元') },
      { column: '方式', to: 'mode', as: text() },
      { column: '发榜日期', to: 'postedOn', as: partialDate() },
      { column: '揭榜截止', to: 'closesOn', as: partialDate() },
      { column: '揭榜单位', to: 'winner.text', as: text() },
      { column: '状态', to: 'status', as: text() },
    ],
  }
}

/** Offices keep the ledger in a spreadsheet or a text file as they please; the columns are the same. */
function ledger(format: 'csv' | 'xlsx'): SheetStyle {
  return {
    library: 'hl-ledger',
    file: format === 'csv' ? /^台账.*\.csv$/i : /^台账.*\.xlsx$/i,
    format,
    // A bundle holds two quarters and leaves the others in force.
    scope: '季度',
    record: 'ledger',
    key: ['季度', '单位'],
    columns: [
      { column: '季度', to: 'quarter', as: text(), required: true },
      { column: '单位', to: 'unit.text', as: text(), required: true },
      { column: '转化项数', to: 'achievements', as: integer() },
      { column: '总投资(亿元)', to: 'investment', as: yuan('亿元') },
      { column: '产值(亿元)', to: 'output', as: yuan('亿元') },
      { column: '培育高企数', to: 'highTechFirms', as: integer() },
    ],
  }
}

function discipline(raw: string) {
  return checkDiscipline(raw, { scheme: 'GB/T 13745-2009' })
}

function industry(raw: string) {
  return checkIndustry(raw, { list: heilongjiang4567 })
}

/** A batch says no more about a row than the year. */
function batchYear(): CellReader {
  return ({ text }) => {
    const [year] = /^(19|20)\d\d/.exec(text.normalize('NFKC').trim()) ?? []
    return year ? { value: year } : {}
  }
}

/** The license shares its row with the achievement, whose number is taken. */
function licenseId(): CellReader {
  return ({ text }) => ({ value: `KFXK-${text.normalize('NFKC').trim()}` })
}

function firstUnit(): CellReader {
  return ({ text }) => {
    const [first] = splitList(text)
    return first === undefined ? {} : { value: first }
  }
}
