import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { type Load, type Outcome, opening, type Percentiles } from './load.ts'

/** Connections at most: beyond it, requests that are due wait here, and their wait counts. */
const connections = 2_000

/** Milliseconds after the last request in which answers may still come, at least. */
const farewell = 5_000

/** Milliseconds after which no answer can be hoped for. */
const hopeless = 30_000

interface Question {
  readonly due: number
  readonly bytes: Buffer
  readonly answer: Buffer
}

process.once('message', async (load: Load) => {
  const outcome = await send(load)
  process.send!(outcome, () => process.exit(0))
})

async function send({ url, rate, seconds, deadline, asked, headers = {}, users }: Load): Promise<Outcome> {
  const { hostname, port, pathname } = new URL(url)
  const extra = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const questions = asked.map(({ body, answer }) => ({
    answer: Buffer.from(answer),
    bytes: Buffer.from(
      `POST ${pathname} HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-type: application/json\r\n${extra.join('')}` +
        `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    ),
  }))
  const tally = createTally(deadline, seconds)
  const started = performance.now()
  if (users) {
    const every = (users * 1_000) / rate
    const end = started + seconds * 1_000
    const person = (number: number) =>
      askOnAndOn({ number, every, end, questions, tally, port: Number(port), hostname })
    const sent = await Promise.all(Array.from({ length: users }, (_, number) => person(number)))
    return tally.outcome(
      sent.reduce((sum, count) => sum + count, 0),
      started,
    )
  }
  const idle: Line[] = []
  const waiting: Question[] = []
  let open = 0

  const free = (line: Line) => {
    const next = waiting.shift()
    if (next) line.ask(next)
    else idle.push(line)
  }
  const ask = (question: Question) => {
    let line = idle.pop()
    while (line?.closed) line = idle.pop()
    if (line) return line.ask(question)
    if (open >= connections) return void waiting.push(question)
    open++
    const opened = openLine(Number(port), hostname, free, tally, () => {
      open--
      const next = waiting.shift()
      if (next) ask(next)
    })
    opened.ask(question)
  }

  const total = Math.round(rate * seconds)
  for (let sent = 0; sent < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - started) * rate) / 1_000))
    for (; sent < due; sent++) {
      const question = { due: started + (sent * 1_000) / rate, ...questions[sent % questions.length]! }
      tally.taken(question)
      ask(question)
    }
    await pause(1)
  }
  const end = performance.now() + Math.max(farewell, deadline)
  while (tally.pending(total) > 0 && performance.now() < end) await pause(10)
  return tally.outcome(total, started)
}

interface Person {
  readonly number: number
  /** Milliseconds between an answer and the next question. */
  readonly every: number
  readonly end: number
  readonly questions: readonly Omit<Question, 'due'>[]
  readonly tally: Tally
  readonly port: number
  readonly hostname: string
}

/** One who waits for each answer, on a connection of his own; resolves to how much he asked. */
async function askOnAndOn({ number, every, end, questions, tally, port, hostname }: Person): Promise<number> {
  let sent = 0
  let line: Line | undefined
  let heard = () => {}
  const open = () =>
    openLine(
      port,
      hostname,
      () => heard(),
      tally,
      () => heard(),
    )
  await pause(every * Math.random())
  while (performance.now() < end) {
    const answered = new Promise<true>((resolve) => {
      heard = () => resolve(true)
      if (!line || line.closed) line = open()
      line.ask({ due: performance.now(), ...questions[(number + sent++) % questions.length]! })
    })
    // Whoever gets no answer at all goes away, and is counted as broken off.
    if (!(await Promise.race([answered, pause(hopeless, false)]))) break
    await pause(every)
  }
  return sent
}

interface Line {
  readonly closed: boolean
  ask(question: Question): void
}

/** One connection, one question at a time; reads just as much of HTTP as the hub writes. */
function openLine(port: number, host: string, free: (line: Line) => void, tally: Tally, lost: () => void): Line {
  let asked: Question | undefined
  let received: Buffer = Buffer.alloc(0)
  let closed = false
  const socket: Socket = connect(port, host)
  socket.setNoDelay(true)
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    const head = received.indexOf('\r\n\r\n')
    if (head < 0 || !asked) return
    const text = received.toString('latin1', 0, head).toLowerCase()
    const length = Number(/content-length: (\d+)/.exec(text)?.[1])
    if (received.length < head + 4 + length) return
    tally.answered(asked, Number(text.slice(9, 12)), text.includes('retry-after:'), received.subarray(head + 4))
    asked = undefined
    received = Buffer.alloc(0)
    if (!text.includes('connection: close')) free(line)
  })
  socket.on('error', () => undefined)
  socket.on('close', () => {
    closed = true
    if (asked) tally.broken()
    asked = undefined
    lost()
  })
  const line: Line = {
    get closed() {
      return closed
    },
    ask(question) {
      asked = question
      socket.write(question.bytes)
    },
  }
  return line
}

type Tally = ReturnType<typeof createTally>

function createTally(deadline: number, seconds: number) {
  const goodMs: number[] = []
  const refusedMs: number[] = []
  const refusedDues: number[] = []
  const takenMs: number[] = []
  const refused: Record<string, number> = {}
  const bySecond = Array<number>(seconds).fill(0)
  let [late, partial, wrong, silent, lost] = [0, 0, 0, 0, 0]
  let example: string | undefined
  const dues: number[] = []
  const done = () => goodMs.length + refusedMs.length + late + partial + wrong + lost
  return {
    taken: ({ due }: Question) => void takenMs.push(performance.now() - due),
    answered({ due, answer }: Question, status: number, hasWait: boolean, body: Buffer) {
      const ms = performance.now() - due
      if (status === 200) {
        if (body.includes('"errors":')) partial++
        else if (!body.equals(answer)) {
          wrong++
          example ??= body.toString('utf8', 0, 2_000)
        } else if (ms > deadline) late++
        else {
          goodMs.push(ms)
          dues.push(due)
        }
        return
      }
      refused[status] = (refused[status] ?? 0) + 1
      refusedMs.push(ms)
      refusedDues.push(due)
      if (!hasWait && (status === 503 || status === 429)) silent++
    },
    broken: () => void lost++,
    pending: (sent: number) => sent - done(),
    outcome(sent: number, started: number): Outcome {
      for (const due of dues) bySecond[Math.min(seconds - 1, Math.floor((due - started) / 1_000))]!++
      const broken = lost + sent - done()
      const good = goodMs.length
      const settled = refusedMs.filter((_, i) => refusedDues[i]! - started >= opening * 1_000)
      const figures = {
        goodMs: percentiles(goodMs),
        settledMs: percentiles(settled),
        refusedMs: percentiles(refusedMs),
        takenMs: percentiles(takenMs),
      }
      return {
        sent,
        good,
        late,
        partial,
        wrong,
        refused,
        silent,
        broken,
        ...figures,
        bySecond,
        ...(example ? { example } : {}),
      }
    },
  }
}

function percentiles(values: number[]): Percentiles {
  values.sort((left, right) => left - right)
  const at = (share: number) => Math.round((values[Math.floor(values.length * share)] ?? 0) * 10) / 10
  return { p50: at(0.5), p99: at(0.99), most: at(1 - Number.EPSILON) }
}
