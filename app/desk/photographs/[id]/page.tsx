import type { Metadata } from 'next'
import { showDeskError } from '@/app/_http/page-errors'
import { deskViewer, parseId } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { changePhotoAction } from '@/app/desk/photographs/actions'
import { removeAction } from '@/app/desk/trash/actions'
import { PageHead } from '@/components/desk/desk-frame'
import { PhotoDetails } from '@/components/desk/photos/photo-details'
import { PhotoForm } from '@/components/desk/photos/photo-form'
import styles from '@/components/desk/photos/photos.module.css'
import { RemovePanel } from '@/components/desk/trash/remove-panel'
import { mayChangePhoto } from '@/domain/photos/change'
import { lengthWarnings } from '@/domain/photos/fields'
import { creditIsOffered, fieldsOf, notesOf } from '@/domain/photos/metadata'
import { findPhoto, missingForPrint, type PhotoUse, whereUsed } from '@/domain/photos/read'
import { siteDay } from '@/domain/photos/rights'
import { photoView } from '@/domain/photos/views'
import { findUses } from '@/domain/trash/trash'

type Props = { params: Promise<{ id: string }>; searchParams: Search }

export const metadata: Metadata = { title: 'Photograph' }

export default async function PhotographPage({ params, searchParams }: Props) {
	const { id } = await params
	const deskUser = await deskViewer(`/desk/photographs/${id}`, 'keep photographs')
	const photo = await findPhoto(parseId(id))
	if (!photo) return showDeskError(404, 'Not on the desk', 'There is no photograph at this address.')
	const embedded = photo.metadata ?? {}
	return (
		<>
			<PageHead title={`Photograph ${photo.id}`}>
				<a href="/desk/photographs">All photographs</a>
			</PageHead>
			{mayChangePhoto(deskUser, photo) ? (
				<PhotoForm
					photo={photo}
					view={photoView(photo)}
					notes={notesOf(embedded)}
					warnings={lengthWarnings(photo)}
					creditOffered={
						creditIsOffered(embedded) && photo.credit !== null && photo.credit === fieldsOf(embedded).credit
					}
					action={changePhotoAction}
					notice={await noticeIn(searchParams)}
				/>
			) : (
				<PhotoDetails
					photo={photo}
					view={photoView(photo)}
					notes={notesOf(embedded)}
					missing={missingForPrint(photo, await siteDay())}
				/>
			)}
			<WhereUsed uses={await whereUsed(deskUser, photo.id)} />
			{mayChangePhoto(deskUser, photo) && (
				<RemovePanel
					kind="photo"
					id={photo.id}
					uses={await findUses(deskUser, 'photo', photo.id)}
					effect="It leaves the library, and drafts that use it show it as removed."
					action={removeAction}
				/>
			)}
		</>
	)
}

function WhereUsed({ uses }: { uses: PhotoUse[] }) {
	return (
		<section className={styles.used} aria-labelledby="used-title">
			<h2 id="used-title">Where it is used</h2>
			{uses.length === 0 ? (
				<p>In no story yet.</p>
			) : (
				<ul>
					{uses.map(({ articleId, slug, headline, published }) => (
						<li key={slug}>
							{published ? (
								<a href={`/news/${slug}`} dir="auto">
									{headline}
								</a>
							) : (
								<>
									<a href={`/desk/stories/${articleId}`} dir="auto">
										{headline}
									</a>{' '}
									(not published)
								</>
							)}
						</li>
					))}
				</ul>
			)}
		</section>
	)
}
