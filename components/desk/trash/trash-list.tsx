import deskStyles from '@/components/desk/desk.module.css'
import { deskDay, deskTime, type Locale } from '@/components/desk/desk-time'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import type { TrashedItem } from '@/domain/trash/trash'
import styles from './trash.module.css'

type Props = {
	items: (TrashedItem & { kindWords: string })[]
	locale: Locale
	/** Whether the viewer may delete for ever. */
	mayDelete: boolean
	notice: string | null
	action: FormAction
}

/** Things in the trash, each with the buttons that restore and delete it. */
export function TrashList({ items, locale, mayDelete, notice, action }: Props) {
	return (
		<DeskForm id="trash" action={action} label="Trash" notice={notice}>
			<ul className={styles.list}>
				{items.map(({ key, kindWords, name, trashedAt, trashedBy, until, wasPublic }) => (
					<li key={key}>
						<div>
							<p className={styles.headline}>
								<bdi>{name}</bdi>
							</p>
							<p className={deskStyles.soft}>
								{kindWords}. Moved here {deskTime(trashedAt, locale)}
								{trashedBy && (
									<>
										{' '}
										by <bdi>{trashedBy}</bdi>
									</>
								)}
								; deleted for ever on {deskDay(until, locale)}.
								{wasPublic && ' Its address goes on telling readers why it was withdrawn.'}
							</p>
						</div>
						<div className={styles.actions}>
							<Submit name="restore" value={key} label={`Restore “${name}”`}>
								Restore
							</Submit>
							{mayDelete && (
								<Submit name="delete" value={key} variant="danger" label={`Delete for ever: “${name}”`}>
									Delete for ever
								</Submit>
							)}
						</div>
					</li>
				))}
			</ul>
		</DeskForm>
	)
}
