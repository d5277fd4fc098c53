import { announce, onChanges } from '@/lib/changes'
import { exchange } from '@/lib/exchange'
import { takeSeat } from './booth-seat'
import type { DirectRoute } from './direct'

/** The program of a booth for booth.test.ts. */
const heard: string[] = []
onChanges(({ now }) => heard.push(...now))

const path = /^\/$/
const routes: DirectRoute[] = [
	{
		method: 'POST',
		path,
		answer: async (asked, part) => {
			const fields = Object.fromEntries((await asked.formData()).entries())
			const from = [part, asked.url, asked.headers.get('cookie'), exchange().address]
			announce({ now: [`told:${fields.name}`], soon: [] })
			return Response.json(
				{ fields, from },
				{
					headers: [
						['Set-Cookie', 'a=1'],
						['Set-Cookie', 'b=2'],
					],
				},
			)
		},
	},
	{ method: 'GET', path, answer: async () => Response.json(heard) },
	{
		method: 'GET',
		path,
		answer: async () => {
			exchange().answer = { kind: 'problem', status: 422, title: 'No', detail: 'Not like this.' }
			return new Response(null, { status: 422 })
		},
	},
	{ method: 'GET', path, answer: () => Promise.reject(new Error('out of ink')) },
	{ method: 'GET', path, answer: () => process.exit(1) },
]

takeSeat(routes)
