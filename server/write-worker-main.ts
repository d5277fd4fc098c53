import { workerData } from 'node:worker_threads'
import { WORKER_ROUTES } from '@/app/_http/worker-routes'
import { joinWriters } from '@/db'
import { writeAdCounts } from '@/domain/ad-counts'
import { runWorkerLoop } from '@/server/write-worker-loop'

joinWriters(workerData)
runWorkerLoop(WORKER_ROUTES, writeAdCounts)
