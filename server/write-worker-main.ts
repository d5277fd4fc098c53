import { workerData } from 'node:worker_threads'
import { WORKER_ROUTES } from '@/app/_http/worker-routes'
import { joinCommitCounters } from '@/db/sqlite/commit-count'
import { runWorkerLoop } from '@/server/write-worker-loop'

joinCommitCounters(workerData as Int32Array)
runWorkerLoop(WORKER_ROUTES)
