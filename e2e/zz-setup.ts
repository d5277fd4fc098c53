import { cpSync, rmSync } from 'node:fs'
import { openHouse } from '@/scripts/running/house'
import { address, dataDir, PASSWORD, port, staff } from './house'

export default async function setup() {
	rmSync(dataDir, { recursive: true, force: true })
	cpSync('/tmp/br/data', dataDir, { recursive: true })
	const house = await openHouse({ port, dataDir, settings: { SQUARE_LIMITS: '0', SITE_URL: address } })
	process.env.DATA_DIR = dataDir
	const { addPerson } = await import('@/domain/people')
	for (const person of Object.values(staff)) await addPerson({ ...person, password: PASSWORD })
	return async () => house.close()
}
