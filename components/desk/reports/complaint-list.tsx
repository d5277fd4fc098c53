'use client'

import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit, TextArea } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import type { DeskComplaint } from '@/domain/notices/complaints'
import { ComplaintText } from './complaint-links'
import styles from './reports.module.css'

export type ShownComplaint = Omit<DeskComplaint, 'createdAt'> & { time: string }

/** Complaints about a comment, each without a decision with its form. */
export function ComplaintList({ complaints, action }: { complaints: ShownComplaint[]; action: FormAction }) {
	if (complaints.length === 0) return null
	return (
		<>
			<h2 className={styles.title}>Complaints</h2>
			<ul className={styles.reports}>
				{complaints.map((complaint) => (
					<li key={complaint.id}>
						<ComplaintText complaint={complaint} />
						{!complaint.outcome && <ComplaintForm complaint={complaint} action={action} />}
					</li>
				))}
			</ul>
		</>
	)
}

function ComplaintForm({ complaint, action }: { complaint: ShownComplaint; action: FormAction }) {
	const { id, side } = complaint
	return (
		<DeskForm id={`complaint-${id}`} action={action} label={`Complaint ${id}`} className={styles.form ?? ''}>
			<input type="hidden" name="complaint" value={id} />
			<TextArea
				name="answer"
				label="Answer with reasons"
				hint={
					side === 'author'
						? 'Upheld, the comment is shown again'
						: 'Upheld, the comment waits for a new decision'
				}
				rows={3}
			/>
			<div className={styles.buttons}>
				<Submit name="outcome" value="upheld">
					Uphold
				</Submit>
				<Submit name="outcome" value="rejected">
					Reject
				</Submit>
			</div>
		</DeskForm>
	)
}
