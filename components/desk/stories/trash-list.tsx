import deskStyles from '@/components/desk/desk.module.css'
import { deskDay, deskTime, type Locale } from '@/components/desk/desk-time'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import type { TrashedStory } from '@/domain/articles/trash'
import styles from './trash.module.css'

type Props = {
	stories: TrashedStory[]
	locale: Locale
	/** Whether the viewer may delete for ever. */
	mayDelete: boolean
	notice: string | null
	action: FormAction
}

/** Stories in the trash, each with the buttons that restore and delete it. */
export function TrashList({ stories, locale, mayDelete, notice, action }: Props) {
	return (
		<DeskForm id="trash" action={action} label="Trash" notice={notice}>
			<ul className={styles.list}>
				{stories.map(({ id, headline, deletedAt, deletedBy, until, wasPublic }) => (
					<li key={id}>
						<div>
							<p className={styles.headline}>
								<bdi>{headline}</bdi>
							</p>
							<p className={deskStyles.soft}>
								Moved here {deskTime(deletedAt, locale)}
								{deletedBy && (
									<>
										{' '}
										by <bdi>{deletedBy}</bdi>
									</>
								)}
								; deleted for ever on {deskDay(until, locale)}.
								{wasPublic && ' Its address goes on telling readers why it was withdrawn.'}
							</p>
						</div>
						<div className={styles.actions}>
							<Submit name="restore" value={String(id)} label={`Restore “${headline}”`}>
								Restore
							</Submit>
							{mayDelete && (
								<Submit
									name="delete"
									value={String(id)}
									variant="danger"
									label={`Delete “${headline}” for ever`}
								>
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
