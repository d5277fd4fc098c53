import { DeskForm } from '@/components/desk/form/desk-form'
import { SelectField, Submit, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import { OneTimeLink } from '@/components/desk/form/one-time-link'
import type { Role } from '@/lib/roles'
import styles from './people.module.css'
import { RoleWords, roleOptions } from './role-words'

type Props = {
	action: FormAction
	roles: Role[]
	/** Whether invitations are mailed. */
	mails: boolean
	notice: string | null
	/** The author without an account that the invitation creates an account for. */
	author: { id: string; name: string } | null
}

export function InviteForm({ action, roles, mails, notice, author }: Props) {
	return (
		<DeskForm id="invite" action={action} notice={notice} label="Invite a colleague" clears>
			<OneTimeLink label="Link of the invitation" />
			{author && (
				<p className={styles.soft}>
					<bdi>{author.name}</bdi> gets an account, and keeps the stories and the address of the page.
				</p>
			)}
			{author && <input type="hidden" name="person" value={author.id} />}
			<TextField
				name="email"
				type="email"
				label="E-mail"
				hint={
					mails
						? 'The invitation is mailed there. Leave it empty to hand the link over yourself.'
						: 'May stay empty. This site sends no mail yet: you get a link to hand over yourself.'
				}
				autoCapitalize="none"
				autoComplete="off"
			/>
			<TextField
				name="name"
				label="Name"
				hint="As in bylines; your colleague may change it"
				autoComplete="off"
			/>
			<SelectField name="role" label="Role" value="contributor" options={roleOptions(roles)} />
			<RoleWords roles={roles} />
			<Submit variant="primary">Invite</Submit>
		</DeskForm>
	)
}
