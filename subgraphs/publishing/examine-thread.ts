import { parentPort, workerData } from 'node:worker_threads'
import { answer } from './examine.ts'

parentPort!.postMessage(answer(workerData))
