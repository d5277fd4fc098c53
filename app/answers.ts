import { notFound } from 'next/navigation'
import { exchange } from '@/lib/exchange'

/** Ends the page with a permanent redirect (301); the server sends it. */
export function answerMoved(location: string): never {
	exchange().answer = { kind: 'moved', location }
	return notFound()
}

/** Ends the page with a problem; the server shows it as a page of ours with the given status. */
export function answerProblem(status: number, title: string, detail: string): never {
	exchange().answer = { kind: 'problem', status, title, detail }
	return notFound()
}
