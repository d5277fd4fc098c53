import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { UnsavedForm } from '@/components/desk/unsaved-form'
import { requestContext } from '@/lib/request-context'

export const metadata: Metadata = { title: 'Your words are kept' }

/** Typed values of a form that was sent after its session had ended. */
export default function UnsavedPage() {
	const { form } = requestContext()
	if (!form) redirect('/desk')
	return <UnsavedForm values={form.values} />
}
