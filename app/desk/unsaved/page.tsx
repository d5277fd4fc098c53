import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { viewer } from '@/app/_http/viewer'
import styles from '@/components/desk/desk.module.css'
import { UnsavedForm } from '@/components/desk/unsaved-form'
import { can } from '@/domain/permissions'
import { requestContext } from '@/lib/request-context'

export const metadata: Metadata = { title: 'Your words are kept' }

/** Submitted values of a form in place of its own page, such as after the end of its session. */
export default async function UnsavedPage() {
	const { form, override } = requestContext()
	if (!form || override?.kind !== 'error') redirect('/desk')
	const unsaved = <UnsavedForm error={override} form={form} />
	// The layout frames the page for the newsroom alone.
	if (can(await viewer(), 'enter the desk')) return unsaved
	return <main className={`${styles.desk} ${styles.main}`}>{unsaved}</main>
}
