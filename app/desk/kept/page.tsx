import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { KeptWords } from '@/components/desk/kept-words'
import { exchange } from '@/lib/exchange'

export const metadata: Metadata = { title: 'Your words are kept' }

/** Shown by the server in place of a form that arrived after its session had ended. */
export default function KeptPage() {
	const { form } = exchange()
	if (!form) redirect('/desk')
	return <KeptWords values={form.values} />
}
