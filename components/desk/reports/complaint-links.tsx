import commentStyles from '@/components/desk/comments/comments.module.css'
import type { ShownComplaint } from './complaint-list'
import styles from './reports.module.css'

/** Complaints that wait, each with a link to its comment. */
export function ComplaintLinks({ complaints }: { complaints: ShownComplaint[] }) {
	return (
		<ol className={commentStyles.list}>
			{complaints.map((complaint) => (
				<li key={complaint.id} className={commentStyles.comment}>
					<ComplaintText complaint={complaint} />
					{complaint.commentId && (
						<div className={commentStyles.buttons}>
							<a
								href={`/desk/reports/${complaint.commentId}`}
								aria-label={`Decide: complaint ${complaint.id}`}
							>
								Decide
							</a>
						</div>
					)}
				</li>
			))}
		</ol>
	)
}

export function ComplaintText({ complaint }: { complaint: ShownComplaint }) {
	const { id, side, text, time, outcome, answer, decision, decidedBy } = complaint
	return (
		<>
			<p className={styles.line}>
				<strong>{side === 'author' ? 'By the author' : 'By a reporter'}</strong> · complaint {id} · {time} ·
				against “{decision === 'kept' ? 'stays' : 'removed'}”
				{decidedBy && (
					<>
						{' '}
						by <bdi>{decidedBy}</bdi>
					</>
				)}
				{outcome && (outcome === 'upheld' ? ' · upheld' : ' · rejected')}
			</p>
			<p className={styles.typed} dir="auto">
				{text || 'The text is deleted after its time.'}
			</p>
			{answer && (
				<p className={styles.typed} dir="auto">
					{answer}
				</p>
			)}
		</>
	)
}
