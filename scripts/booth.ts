import { workerData } from 'node:worker_threads'
import { joinCommits } from '@/db/commit-count'
import { takeSeat } from '@/server/booth-seat'
import { DIRECT_ROUTES } from './direct-routes'

joinCommits(workerData as Int32Array)
takeSeat(DIRECT_ROUTES)
