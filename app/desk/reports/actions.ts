'use server'

import { deskAction } from '@/app/desk/desk-action'
import { decideComplaint } from '@/domain/notices/complaints'
import { decideReported } from '@/domain/notices/desk-reports'

export const decideComplaintAction = deskAction(async (viewer, { text, number }) => {
	const outcome = text('outcome')
	const comment = await decideComplaint(viewer, number('complaint'), { outcome, answer: text('answer') })
	return {
		path: `/desk/reports/${comment}`,
		notice: outcome === 'upheld' ? 'complaintUpheld' : 'complaintRejected',
		leaves: true,
	}
})

export const decideReportedAction = deskAction(async (viewer, { text, number }) => {
	const outcome = text('outcome')
	await decideReported(viewer, number('comment'), {
		outcome,
		rule: text('rule'),
		law: text('law'),
		facts: text('facts'),
	})
	return {
		path: `/desk/reports/${number('comment')}`,
		notice: outcome === 'kept' ? 'commentKept' : 'commentRemoved',
		leaves: true,
	}
})
