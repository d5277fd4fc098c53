import { accountForm } from '@/app/_http/account-form'
import { seeOther } from '@/app/_http/form-route'
import { forgetAccountsCookie } from '@/app/_http/known-browser'
import { readerCookie, sessionCookie, signedOutCookie } from '@/app/_http/set-cookies'
import { deleteOwnAccount, TEXT_CHOICES } from '@/domain/own-data/delete-account'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'

/** Deletes the viewer's account, and the cookies that led to it. */
export const POST = (request: Request): Promise<Response> =>
	accountForm(request, {
		page: '/account/delete',
		confirmed: true,
		run: async (viewer, { texts = 'keep', sure }) => {
			const words = messages().deletion
			const choice = TEXT_CHOICES.find((each) => each === texts)
			if (!choice) throw new Refusal('invalid', words.chooseTexts)
			if (!sure) throw new Refusal('invalid', words.tickFirst, 'sure')
			await deleteOwnAccount(viewer, choice)
			return seeOther('/sign-in?account=deleted', [
				sessionCookie(null),
				readerCookie(null),
				signedOutCookie(),
				forgetAccountsCookie(),
			])
		},
	})
