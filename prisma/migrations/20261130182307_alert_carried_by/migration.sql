-- AlterTable
ALTER TABLE "Alert" ADD COLUMN     "carriedBy" TEXT;
