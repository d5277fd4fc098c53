import deskStyles from '@/components/desk/desk.module.css'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Disclosure } from '@/components/desk/form/disclosure'
import { Submit, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from './commenter.module.css'

/** Times are formatted. */
export type KeptShown = { id: number; kind: 'ban' | 'mute'; reason: string; since: string; until: string }

const KINDS = { ban: 'Comments are refused', mute: 'Each comment waits' }

/** Restrictions of deleted accounts, which no comment leads to. */
export function KeptRestrictions({ kept, action }: { kept: KeptShown[]; action: FormAction }) {
	if (kept.length === 0) return null
	return (
		<aside className={styles.panel} aria-label="Restrictions of deleted accounts">
			<DeskForm id="kept" action={action} label="Lift one" className={styles.form}>
				<Disclosure
					summary={`Restrictions of deleted accounts (${kept.length})`}
					field="lift"
					className={styles.details}
				>
					<p className={deskStyles.soft}>
						They hold for a new account with the same address, which is not stored in readable form.
					</p>
					<ul className={styles.rows}>
						{kept.map(({ id, kind, reason, since, until }) => (
							<li key={id}>
								<p className={deskStyles.soft}>
									Since {since}, until {until}
								</p>
								<p dir="auto">
									<strong>{KINDS[kind]}.</strong> {reason}
								</p>
								<Submit name="lift" value={String(id)} label={`Lift: ${KINDS[kind]}, since ${since}`}>
									Lift
								</Submit>
							</li>
						))}
					</ul>
				</Disclosure>
			</DeskForm>
			<DeskForm id="kept-address" action={action} label="Lift by address" className={styles.form} clears>
				<Disclosure
					summary="Lift the restrictions of a deleted account by its address"
					field="email"
					className={styles.details}
				>
					<TextField name="email" label="E-mail address" type="email" autoComplete="off" />
					<Submit>Lift</Submit>
				</Disclosure>
			</DeskForm>
		</aside>
	)
}
