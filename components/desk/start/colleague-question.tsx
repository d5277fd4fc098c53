import type { FormAction } from '@/components/desk/form/form-state'
import { InviteForm } from '@/components/desk/people/invite-form'
import type { Role } from '@/lib/roles'
import styles from './start.module.css'

type Props = { roles: Role[]; mails: boolean; notice: string | null; action: FormAction }

export function ColleagueQuestion(props: Props) {
	return (
		<>
			<p className={styles.soft}>
				A link makes the account of your first colleague. It works once, for a week; more can be invited
				later.
			</p>
			<InviteForm {...props} author={null} />
		</>
	)
}
