import { workerData } from 'node:worker_threads'
import { belongToHouse } from '@/db/outside'
import type { BoothData } from '@/server/booth'
import { takeSeat } from '@/server/booth-seat'
import { DIRECT_ROUTES } from './direct-routes'

const { ticks } = workerData as BoothData
belongToHouse(() => Atomics.add(ticks, 0, 1))
takeSeat(DIRECT_ROUTES)
